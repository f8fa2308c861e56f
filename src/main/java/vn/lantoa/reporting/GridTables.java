package vn.lantoa.reporting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** Lays reports out as a table: the columns of the indicators they were asked, the rows by the names of their units. */
@Component
class GridTables {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Comparator<GridTable.Row> BY_NAME =
            Comparator.comparing(row -> VietnameseText.sortKey(row.name()));

    private final IndicatorCatalogue catalogue;
    private final Units units;
    private final MessageSource messages;

    GridTables(IndicatorCatalogue catalogue, Units units, MessageSource messages) {
        this.catalogue = catalogue;
        this.units = units;
        this.messages = messages;
    }

    /** What the table shows of a report: its figures as answers, and whether they can be filled in now. */
    record Shown(Report report, Map<?, ?> figures, boolean open) {}

    GridTable of(UnitId superior, ReportingPeriod period, List<Shown> reports, int notAsked) {
        var asked = asked(reports);
        var named = units.findAll(
                reports.stream().map(shown -> shown.report().unit()).toList());
        var rows = reports.stream()
                .map(shown -> row(shown, named.get(shown.report().unit()), asked))
                .sorted(BY_NAME)
                .toList();
        return new GridTable(units.find(superior).orElseThrow(), period, columns(asked), rows, notAsked);
    }

    /** What each list asks people for, the latest list first. */
    private Map<Long, List<Indicator>> asked(List<Shown> reports) {
        var asked = new TreeMap<Long, List<Indicator>>(Comparator.reverseOrder());
        for (var shown : reports) {
            asked.computeIfAbsent(shown.report().list(), list -> catalogue.frozen(list).stream()
                    .filter(indicator -> indicator.derived() == null)
                    .toList());
        }
        return asked;
    }

    private List<GridTable.Column> columns(Map<Long, List<Indicator>> asked) {
        var columns = new LinkedHashMap<String, GridTable.Column>();
        asked.values().stream().flatMap(List::stream).forEach(indicator -> indicator
                .keys()
                .forEach(key -> columns.computeIfAbsent(key, one -> column(indicator, one))));
        return List.copyOf(columns.values());
    }

    private GridTable.Column column(Indicator indicator, String key) {
        var dot = key.indexOf('.');
        var recipient = dot < 0
                ? ""
                : ", " + messages.getMessage("report.recipient." + key.substring(dot + 1), null, VIETNAMESE);
        return new GridTable.Column(
                key,
                indicator.section(),
                indicator.section() + ". " + indicator.sectionTitle(),
                indicator.name() + recipient,
                indicator.unit());
    }

    private static GridTable.Row row(Shown shown, Unit unit, Map<Long, List<Indicator>> asked) {
        var report = shown.report();
        var cells = new LinkedHashMap<String, String>();
        asked.get(report.list()).forEach(indicator -> indicator
                .keys()
                .forEach(key -> cells.put(key, FigureText.write(shown.figures().get(key)))));
        return new GridTable.Row(report.id(), unit.id(), unit.code(), unit.name(), report.state(), cells, shown.open());
    }
}
