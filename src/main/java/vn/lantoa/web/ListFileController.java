package vn.lantoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.audit.AuditLog;
import vn.lantoa.audit.AuditWords;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.TreeWriter;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Lists of units and of the audit trail as XLSX; here because neither package may know how files are written. */
@Controller
class ListFileController {

    private static final int PAGE = 200;

    private final Units units;
    private final Access access;
    private final AuditLog audit;
    private final AuditWords auditWords;
    private final MessageSource messages;
    private final Clock clock;

    ListFileController(
            Units units, Access access, AuditLog audit, AuditWords auditWords, MessageSource messages, Clock clock) {
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.auditWords = auditWords;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a search for units found. */
    @Requires(Right.SEE_UNIT)
    @GetMapping("/units.xlsx")
    void found(Actor actor, @RequestParam(defaultValue = "") String q, Locale locale, HttpServletResponse response)
            throws IOException {
        access.require(actor, Right.SEE_UNIT);
        var words = q.length() > 200 ? q.substring(0, 200) : q;
        send(after -> units.search(words, UnitHits.branchesOf(actor), after, PAGE), locale, response);
    }

    /** The units below one, on a date. */
    @Requires(value = Right.SEE_UNIT, sight = Right.SEE_UNIT, of = "unit")
    @GetMapping("/units/{id}/subordinates.xlsx")
    void below(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) LocalDate on,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var unit = UnitId.inAddress(id);
        access.require(actor, Right.SEE_UNIT, Right.SEE_UNIT, unit);
        var date = on == null ? LocalDate.now(clock) : on;
        send(after -> units.subordinatesOf(unit, date, after, PAGE), locale, response);
    }

    @Requires(Right.SEE_AUDIT)
    @GetMapping("/audit.xlsx")
    void audit(
            Actor actor,
            @RequestParam(required = false) String action,
            @RequestParam(name = "actor", required = false) String username,
            @RequestParam(required = false) String object,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var filter = new AuditLog.Filter(action, username, object, from, to);
        new ListFile(
                        text("layout.audit", locale),
                        "nhat-ky-" + LocalDate.now(clock),
                        List.of(
                                column("audit.page.when", 20, locale),
                                column("audit.page.actor", 24, locale),
                                column("audit.page.what", 34, locale),
                                column("audit.page.object", 20, locale),
                                column("audit.page.unit", 40, locale),
                                column("audit.page.details", 80, locale),
                                column("audit.page.seq", 14, locale)),
                        text("file.cut", locale),
                        after -> entries(actor, filter, after, locale))
                .send(response);
    }

    private Page<List<Value>> entries(Actor actor, AuditLog.Filter filter, String after, Locale locale) {
        var page = audit.find(actor, filter, after == null ? null : Long.valueOf(after), PAGE);
        return new Page<>(
                auditWords.of(page.items(), locale).stream()
                        .map(line -> List.of(
                                Value.of(line.when()),
                                Value.of(line.who()),
                                Value.of(line.what()),
                                Value.of(line.object()),
                                Value.of(line.unit()),
                                Value.of(line.details()),
                                line.seq() == null ? Value.of((String) null) : Value.of(line.seq())))
                        .toList(),
                page.next());
    }

    private void send(
            java.util.function.Function<String, Page<Unit>> pages, Locale locale, HttpServletResponse response)
            throws IOException {
        new ListFile(
                        text("organization.units", locale),
                        "don-vi-" + LocalDate.now(clock),
                        List.of(
                                column("organization.code", 16, locale),
                                column("organization.name", 60, locale),
                                column("organization.kind", 40, locale),
                                column("organization.level", 8, locale),
                                column("organization.since", 14, locale),
                                column("organization.until", 14, locale),
                                column("organization.phone", 20, locale)),
                        text("file.cut", locale),
                        after -> rows(pages.apply(after), locale))
                .send(response);
    }

    private Page<List<Value>> rows(Page<Unit> page, Locale locale) {
        return new Page<>(
                page.items().stream()
                        .map(unit -> List.of(
                                Value.of(unit.code()),
                                Value.of(unit.name()),
                                Value.of(text("unit.kind." + unit.kind(), locale)),
                                Value.of(unit.level()),
                                Value.of(TreeWriter.LONG_AGO.equals(unit.validFrom()) ? null : unit.validFrom()),
                                Value.of(unit.validTo()),
                                Value.of(unit.phone())))
                        .toList(),
                page.next());
    }

    private Column column(String key, int width, Locale locale) {
        return new Column(text(key, locale), width);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[] {ListFile.MOST_ROWS}, locale);
    }
}
