package vn.lantoa.rulebook.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.rulebook.RuleAct;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleEntry;
import vn.lantoa.rulebook.RuleRow;
import vn.lantoa.rulebook.RuleTable;
import vn.lantoa.rulebook.Rulebook;

/** What the pages of *Danh mục* show of tables, rows and changes. */
@Component
class RuleViews {

    /** A table in the list of tables. */
    record TableLine(String code, long inForce, long planned) {}

    record Cell(String label, String text) {}

    /** A row; badge is a state of the layout, the addresses are null where the person may not. */
    record RowLine(
            List<Cell> cells,
            LocalDate from,
            LocalDate to,
            String basis,
            String verification,
            String unit,
            String badge,
            String status,
            String changedBy,
            LocalDateTime changedAt,
            String change,
            String correct,
            String end) {}

    record ChangeLine(
            LocalDateTime at,
            String by,
            String act,
            String key,
            String unit,
            LocalDate from,
            LocalDate to,
            String was,
            String becomes,
            String basis) {}

    private final Rulebook rulebook;
    private final RuleWords words;
    private final Access access;
    private final Units units;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    RuleViews(
            Rulebook rulebook,
            RuleWords words,
            Access access,
            Units units,
            People people,
            MessageSource messages,
            Clock clock) {
        this.rulebook = rulebook;
        this.words = words;
        this.access = access;
        this.units = units;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    List<TableLine> tables(Actor actor) {
        var today = LocalDate.now(clock);
        return rulebook.tables().stream()
                .map(table -> {
                    var rows = visible(table, actor);
                    return new TableLine(
                            table.code(),
                            rows.stream()
                                    .filter(row -> table.ofDays()
                                            ? row.from().getYear() == today.getYear()
                                            : row.holdsOn(today))
                                    .count(),
                            rows.stream().filter(row -> row.planned(today)).count());
                })
                .toList();
    }

    /** The rows in force and to come, with those of the past when asked for. */
    List<RowLine> rows(RuleTable table, Actor actor, boolean past, Locale locale) {
        var today = LocalDate.now(clock);
        var changes = new HashMap<String, RuleEntry>();
        rulebook.historyOf(table).stream()
                .filter(entry -> entry.act() != RuleAct.CONFIRMED)
                .forEach(entry -> changes.putIfAbsent(place(entry.key(), entry.unit(), entry.from()), entry));
        return visible(table, actor).stream()
                .filter(row -> past || row.to() == null || !row.to().isBefore(today))
                .map(row -> line(
                        table, row, changes.get(place(table.keyOf(row), row.unit(), row.from())), actor, today, locale))
                .toList();
    }

    List<ChangeLine> history(RuleTable table, Actor actor, Locale locale) {
        return rulebook.historyOf(table).stream()
                .filter(entry -> entry.unit() == null || sees(actor, entry.unit()))
                .map(entry -> new ChangeLine(
                        time(entry.at()),
                        people.nameOf(entry.by()).orElse(""),
                        messages.getMessage("rulebook.act." + entry.act(), null, locale),
                        key(table, entry.key(), locale),
                        name(entry.unit()),
                        entry.from(),
                        entry.to(),
                        values(table, entry.was(), locale),
                        values(table, entry.becomes(), locale),
                        entry.basis()))
                .toList();
    }

    /** The units for which this person may set own rules without looking for them first. */
    List<vn.lantoa.organization.Unit> ownBranches(Actor actor) {
        if (actor.holds(Post.ADMINISTRATOR)) {
            return units.roots(LocalDate.now(clock));
        }
        return actor.unitsAs(Post.UNIT_ADMINISTRATOR).stream()
                .sorted()
                .flatMap(unit -> units.find(unit).stream())
                .toList();
    }

    String name(UnitId unit) {
        return unit == null ? null : units.find(unit).map(found -> found.name()).orElse("");
    }

    private List<RuleRow> visible(RuleTable table, Actor actor) {
        return table.rows().stream()
                .filter(row -> row.unit() == null || sees(actor, row.unit()))
                .toList();
    }

    /** One's branch, and the branches above, whose limits hold here too. */
    private boolean sees(Actor actor, UnitId unit) {
        return access.may(actor, Right.SEE_UNIT, unit)
                || actor.units().stream().anyMatch(own -> units.isWithin(unit, own));
    }

    private RowLine line(RuleTable table, RuleRow row, RuleEntry entry, Actor actor, LocalDate today, Locale locale) {
        var may = row.unit() == null
                ? actor.holds(Post.ADMINISTRATOR)
                : access.may(actor, Right.MANAGE_RULES, row.unit());
        var over = row.to() != null && row.to().isBefore(today);
        var planned = row.planned(today);
        var address = (row.unit() == null ? "/rules/change" : "/rules/units/" + row.unit() + "/change") + "?table="
                + table.code() + "&key="
                + java.net.URLEncoder.encode(table.keyOf(row), java.nio.charset.StandardCharsets.UTF_8);
        return new RowLine(
                table.columns().stream()
                        .map(column -> cell(column, row, locale))
                        .toList(),
                row.from(),
                row.to(),
                row.basis(),
                messages.getMessage(
                        "rulebook.verification." + row.verification().replace(' ', '-'),
                        null,
                        row.verification(),
                        locale),
                name(row.unit()),
                planned ? "pending" : over ? "off" : "ontime",
                planned ? "rulebook.status.planned" : over ? "rulebook.status.past" : "rulebook.status.in-force",
                entry == null ? null : people.nameOf(entry.by()).orElse(""),
                entry == null ? null : time(entry.at()),
                may && !over && !table.ofDays() ? address : null,
                may && planned ? address + "&corrects=" + row.from() : null,
                may && !over && (planned ? removable(table, row) : table.open() && !table.ofDays())
                        ? address + "&corrects=" + row.from() + "&ends=true"
                        : null);
    }

    /** A day that came with the release is corrected rather than taken away: the next release would bring it back. */
    private static boolean removable(RuleTable table, RuleRow row) {
        return !table.ofDays() || row.verification().equals(RuleRow.OWN);
    }

    private Cell cell(RuleColumn column, RuleRow row, Locale locale) {
        return new Cell(column.message(), words.of(column.words(row.value(column.code())), locale));
    }

    private String key(RuleTable table, String key, Locale locale) {
        var parts = key.split("/");
        var columns = table.columns().stream().filter(RuleColumn::key).toList();
        if (parts.length != columns.size() || key.isEmpty()) {
            return key;
        }
        var texts = new ArrayList<String>();
        for (var i = 0; i < parts.length; i++) {
            texts.add(words.of(columns.get(i).words(parts[i]), locale));
        }
        return String.join(", ", texts);
    }

    private String values(RuleTable table, String lines, Locale locale) {
        if (lines == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        lines.lines()
                .filter(line -> line.contains("="))
                .forEach(line ->
                        values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        var texts = new ArrayList<String>();
        for (var column : table.columns()) {
            if (!column.key() && values.containsKey(column.code())) {
                texts.add(messages.getMessage(column.message(), null, locale) + ": "
                        + words.of(column.words(values.get(column.code())), locale));
            }
        }
        return String.join("; ", texts);
    }

    private static String place(String key, UnitId unit, LocalDate from) {
        return key + " " + unit + " " + from;
    }

    private LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }
}
