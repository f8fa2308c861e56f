package vn.lantoa.models.safety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.models.safety.SafetyOverview.Branch;
import vn.lantoa.models.safety.SafetyOverview.Counts;

/** The branch of a year as a spreadsheet: its lines, and the whole branch last. */
@Component
class SafetySheetFile {

    private static final int NAME = 50;
    private static final int COUNT = 14;

    private final SafetyPlaces places;

    SafetySheetFile(SafetyPlaces places) {
        this.places = places;
    }

    void send(Branch branch, Locale locale, HttpServletResponse response) throws IOException {
        var columns = Stream.of(
                        "unit",
                        "registered",
                        "assessed",
                        "passed",
                        "failed",
                        "excellent",
                        "good",
                        "average",
                        "weak",
                        "people",
                        "units")
                .map(code ->
                        new Column(places.say("safety.column." + code, locale), code.equals("unit") ? NAME : COUNT))
                .toList();
        var rows = new ArrayList<List<Value>>();
        branch.lines().forEach(line -> rows.add(row(line.unit().name(), line.counts())));
        rows.add(row(places.say("safety.branch.all", locale), branch.total()));
        ListFile.of(
                        places.say("safety.file.overview", locale) + " " + branch.year(),
                        "an-toan-antt-" + branch.year(),
                        columns,
                        places.say("file.cut", locale, ListFile.MOST_ROWS),
                        rows)
                .send(response);
    }

    private static List<Value> row(String name, Counts counts) {
        return List.of(
                Value.of(name),
                Value.of(counts.registered()),
                Value.of(counts.assessed()),
                Value.of(counts.passed()),
                Value.of(counts.failed()),
                Value.of(counts.excellent()),
                Value.of(counts.good()),
                Value.of(counts.average()),
                Value.of(counts.weak()),
                Value.of(counts.people()),
                Value.of(counts.units()));
    }
}
