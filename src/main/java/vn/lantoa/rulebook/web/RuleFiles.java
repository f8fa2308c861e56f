package vn.lantoa.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.rulebook.RuleSheets;
import vn.lantoa.rulebook.RuleSheets.Column;
import vn.lantoa.rulebook.RuleTable;
import vn.lantoa.rulebook.Rulebook;

/** A table of *Danh mục* and its history as XLSX, with the rows of the page. */
@Controller
class RuleFiles {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Rulebook rulebook;
    private final RuleViews views;
    private final RuleSheets sheets;
    private final MessageSource messages;
    private final Clock clock;

    RuleFiles(Rulebook rulebook, RuleViews views, RuleSheets sheets, MessageSource messages, Clock clock) {
        this.sheets = sheets;
        this.rulebook = rulebook;
        this.views = views;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/rules/{table}/rows.xlsx")
    @OpenToSignedIn
    void rows(
            @PathVariable String table,
            @RequestParam(defaultValue = "false") boolean past,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var found = find(table);
        var columns = new ArrayList<Column>();
        if (found.ofBranches()) {
            columns.add(column("rulebook.column.unit", 40, locale));
        }
        found.columns().forEach(one -> columns.add(column(one.message(), 24, locale)));
        columns.addAll(List.of(
                column("rulebook.file.from", 14, locale),
                column("rulebook.file.to", 14, locale),
                column("rulebook.file.status", 20, locale),
                column("rulebook.column.basis", 60, locale),
                column("rulebook.file.verification", 24, locale),
                column("rulebook.column.changed", 30, locale),
                column("rulebook.file.at", 20, locale)));
        send(
                found,
                text("rulebook.table." + found.code(), locale),
                columns,
                views.rows(found, actor, past, locale).stream()
                        .<List<?>>map(row -> cells(found, row, locale))
                        .toList(),
                response);
    }

    @GetMapping("/rules/{table}/history.xlsx")
    @OpenToSignedIn
    void history(@PathVariable String table, Actor actor, Locale locale, HttpServletResponse response)
            throws IOException {
        var found = find(table);
        send(
                found,
                text("rulebook.history", locale),
                List.of(
                        column("rulebook.file.at", 20, locale),
                        column("rulebook.column.changed", 30, locale),
                        column("rulebook.file.act", 30, locale),
                        column("rulebook.file.what", 40, locale),
                        column("rulebook.column.unit", 40, locale),
                        column("rulebook.file.from", 14, locale),
                        column("rulebook.file.to", 14, locale),
                        column("rulebook.file.was", 60, locale),
                        column("rulebook.file.becomes", 60, locale),
                        column("rulebook.column.basis", 60, locale)),
                views.history(found, actor, locale).stream()
                        .<List<?>>map(change -> Arrays.asList(
                                WHEN.format(change.at()),
                                change.by(),
                                change.act(),
                                change.key(),
                                change.unit(),
                                change.from(),
                                change.to(),
                                change.was(),
                                change.becomes(),
                                change.basis()))
                        .toList(),
                response);
    }

    private List<Object> cells(RuleTable table, RuleViews.RowLine row, Locale locale) {
        var cells = new ArrayList<Object>();
        if (table.ofBranches()) {
            cells.add(row.unit());
        }
        row.cells().forEach(cell -> cells.add(cell.text()));
        cells.add(row.from());
        cells.add(row.to());
        cells.add(text(row.status(), locale));
        cells.add(row.basis());
        cells.add(row.verification());
        cells.add(row.changedBy() == null ? text("rulebook.by-release", locale) : row.changedBy());
        cells.add(row.changedAt() == null ? null : WHEN.format(row.changedAt()));
        return cells;
    }

    private void send(
            RuleTable table, String title, List<Column> columns, List<List<?>> rows, HttpServletResponse response)
            throws IOException {
        var name = "danh-muc-" + table.code() + "-" + LocalDate.now(clock);
        sheets.send(response, title, name, columns, rows);
    }

    private Column column(String key, int width, Locale locale) {
        return new Column(text(key, locale), width);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private RuleTable find(String code) {
        return rulebook.find(code).orElseThrow(() -> new NotVisible("rules " + code));
    }
}
