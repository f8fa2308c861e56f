package vn.lantoa.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.CoordinatedCounts;
import vn.lantoa.reporting.EntryApproval;
import vn.lantoa.reporting.FigureWords;
import vn.lantoa.reporting.GridTable;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.SubordinateTexts;
import vn.lantoa.reporting.Targets;

/** The tables beside the list of reports as XLSX: targets, coordinated counts, entries to approve, subordinates' texts. */
@Controller
class DeskFileController {

    private final Targets targets;
    private final CoordinatedCounts counts;
    private final EntryApproval approval;
    private final SubordinateTexts texts;
    private final FigureWords words;
    private final MessageSource messages;
    private final Clock clock;

    DeskFileController(
            Targets targets,
            CoordinatedCounts counts,
            EntryApproval approval,
            SubordinateTexts texts,
            FigureWords words,
            MessageSource messages,
            Clock clock) {
        this.targets = targets;
        this.counts = counts;
        this.approval = approval;
        this.texts = texts;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reports/targets/{id}/targets.xlsx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "unit")
    void targets(
            @PathVariable String id,
            @RequestParam(required = false) String year,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var chosen = Asked.year(year, clock);
        var rows = targets.of(actor, UnitId.inAddress(id), chosen).stream()
                .map(line -> List.of(
                        Value.of(line.section()),
                        Value.of(line.key()),
                        Value.of(named(line.name(), line.recipient(), locale)),
                        Value.of(line.measure()),
                        Value.of(line.target())))
                .toList();
        send(
                "chi-tieu-" + chosen,
                "report.targets.title",
                List.of(
                        column("rulebook.column.section", 14, locale),
                        column("rulebook.column.code", 12, locale),
                        column("report.field.indicator", 60, locale),
                        column("report.field.measure", 16, locale),
                        column("report.targets.title", 16, locale)),
                rows,
                locale,
                response);
    }

    @GetMapping("/reports/coordination.xlsx")
    @Requires(Right.SEE_REPORT)
    void coordination(
            @RequestParam(required = false) String period, Actor actor, Locale locale, HttpServletResponse response)
            throws IOException {
        var asked = Asked.period(period, clock);
        var rows = new ArrayList<List<Value>>();
        for (var one : counts.of(actor, asked)) {
            one.lines()
                    .forEach(line -> rows.add(List.of(
                            Value.of(one.province().name()),
                            Value.of(one.unit().name()),
                            Value.of(line.code()),
                            Value.of(named(line.name(), line.recipient(), locale)),
                            figure(words.of(line.figure(), Locale.forLanguageTag("vi"))),
                            Value.of(line.measure()))));
        }
        send(
                "phoi-hop-" + asked.key(),
                "report.coordination.title",
                List.of(
                        column("report.coordination.province", 40, locale),
                        column("report.field.unit", 40, locale),
                        column("rulebook.column.code", 12, locale),
                        column("report.field.indicator", 60, locale),
                        column("report.field.value", 16, locale),
                        column("report.field.measure", 16, locale)),
                rows,
                locale,
                response);
    }

    /** The same columns for all superiors: those of the first table, and whatever others ask besides. */
    @GetMapping("/reports/approvals.xlsx")
    @Requires(Right.DO_TASK)
    void approvals(
            @RequestParam(required = false) String period, Actor actor, Locale locale, HttpServletResponse response)
            throws IOException {
        var tables = approval.ledBy(actor).stream()
                .map(unit -> approval.waiting(actor, unit, Asked.period(period, clock)))
                .toList();
        var asked = tables.stream()
                .flatMap(table -> table.columns().stream())
                .distinct()
                .toList();
        var columns = new ArrayList<Column>();
        columns.add(column("report.field.superior", 40, locale));
        columns.add(column("report.field.unit", 50, locale));
        asked.forEach(one -> columns.add(new Column(one.title(), 18)));
        var rows = new ArrayList<List<Value>>();
        for (var table : tables) {
            for (var row : table.rows()) {
                rows.add(cells(table, row, asked));
            }
        }
        send("nhap-thay-cho-duyet", "report.approval.title", columns, rows, locale, response);
    }

    @GetMapping("/reports/{id}/texts.xlsx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    void texts(
            @PathVariable String id,
            @RequestParam(required = false) String field,
            @RequestParam(required = false) String q,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var report = ReportId.inAddress(id);
        var chosen = Asked.text(field);
        new ListFile(
                        text("report.outline." + chosen, locale),
                        "noi-dung-" + id,
                        List.of(
                                column("report.field.unit", 50, locale),
                                column("report.outline." + chosen, 120, locale)),
                        text("file.cut", locale),
                        after -> page(texts.of(actor, report, chosen, q, after == null ? 0 : Integer.parseInt(after))))
                .send(response);
    }

    private static Page<List<Value>> page(SubordinateTexts.Found found) {
        return new Page<>(
                found.passages().stream()
                        .map(passage -> List.of(Value.of(passage.name()), Value.of(passage.content())))
                        .toList(),
                found.next() == null ? null : found.next().toString());
    }

    private static List<Value> cells(GridTable table, GridTable.Row row, List<GridTable.Column> asked) {
        var cells = new ArrayList<Value>();
        cells.add(Value.of(table.superior().name()));
        cells.add(Value.of(row.name()));
        asked.forEach(column -> cells.add(figure(row.cells().get(column.key()))));
        return cells;
    }

    /** What is only a number becomes one, so that Excel adds it; "trên 80" and "không có số liệu" stay words. */
    private static Value figure(String shown) {
        var plain = Objects.requireNonNullElse(shown, "");
        return plain.matches("\\d{1,3}(\\.\\d{3})*(,\\d+)?|\\d+(,\\d+)?")
                ? Value.of(new BigDecimal(plain.replace(".", "").replace(',', '.')))
                : Value.of(plain.isEmpty() ? null : plain);
    }

    private void send(
            String name,
            String title,
            List<Column> columns,
            List<List<Value>> rows,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ListFile.of(text(title, locale), name, columns, text("file.cut", locale), rows)
                .send(response);
    }

    private String named(String name, String recipient, Locale locale) {
        return recipient == null ? name : name + " (" + text("report.recipient." + recipient, locale) + ")";
    }

    private Column column(String key, int width, Locale locale) {
        return new Column(text(key, locale), width);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[] {ListFile.MOST_ROWS}, locale);
    }
}
