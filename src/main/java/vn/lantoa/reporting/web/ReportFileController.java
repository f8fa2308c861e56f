package vn.lantoa.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.ReportList;

/** The list of reports as XLSX, under the filter of the page. */
@Controller
class ReportFileController {

    private final ReportList list;
    private final MessageSource messages;
    private final Clock clock;

    ReportFileController(ReportList list, MessageSource messages, Clock clock) {
        this.list = list;
        this.messages = messages;
        this.clock = clock;
    }

    @Requires(Right.SEE_REPORT)
    @GetMapping("/reports.xlsx")
    void file(
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String timeliness,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var filter = Asked.filter(period, state, timeliness);
        new ListFile(
                        text("report.list.title", locale),
                        "bao-cao-" + LocalDate.now(clock),
                        columns(locale),
                        text("file.cut", locale),
                        after -> page(actor, filter, after, locale))
                .send(response);
    }

    private Page<List<Value>> page(Actor actor, ReportList.Filter filter, String after, Locale locale) {
        var page = list.of(actor, filter, after);
        return new Page<>(page.items().stream().map(line -> row(line, locale)).toList(), page.next());
    }

    private List<Value> row(ReportList.Line line, Locale locale) {
        var report = line.report();
        return List.of(
                Value.of(line.unit()),
                Value.of(report.period().title()),
                Value.of(text("report.state." + report.state(), locale)),
                Value.of(report.unitDue()),
                Value.of(report.sent()
                        .map(at -> at.atZone(VietnamTime.ZONE).toLocalDate())
                        .orElse(null)),
                Value.of(
                        report.timeliness() == null
                                ? null
                                : text("timeliness." + report.timeliness().status(), locale)),
                Value.of(report.enteredBySuperior() ? text("report.entered-by-superior", locale) : null));
    }

    private List<Column> columns(Locale locale) {
        return List.of(
                new Column(text("report.field.unit", locale), 50),
                new Column(text("report.field.period", locale), 26),
                new Column(text("report.field.state", locale), 26),
                new Column(text("report.file.due", locale), 14),
                new Column(text("report.file.sent", locale), 14),
                new Column(text("report.field.timeliness", locale), 30),
                new Column(text("report.file.remark", locale), 26));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[] {ListFile.MOST_ROWS}, locale);
    }
}
