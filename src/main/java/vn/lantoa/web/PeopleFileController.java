package vn.lantoa.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.KnownProcesses;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Slips;
import vn.lantoa.organization.Substitution;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The people of a unit, their stand-ins and their activation as XLSX; codes are on no list. */
@Controller
class PeopleFileController {

    private final People people;
    private final Posts posts;
    private final Substitutions substitutions;
    private final Slips slips;
    private final Units units;
    private final Access access;
    private final ObjectProvider<KnownProcesses> processes;
    private final MessageSource messages;
    private final Clock clock;

    PeopleFileController(
            People people,
            Posts posts,
            Substitutions substitutions,
            Slips slips,
            Units units,
            Access access,
            ObjectProvider<KnownProcesses> processes,
            MessageSource messages,
            Clock clock) {
        this.people = people;
        this.posts = posts;
        this.substitutions = substitutions;
        this.slips = slips;
        this.units = units;
        this.access = access;
        this.processes = processes;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who holds the posts of the unit on a date. */
    @Requires(value = Right.SEE_UNIT, sight = Right.SEE_UNIT, of = "unit")
    @GetMapping("/units/{id}/people.xlsx")
    void people(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) LocalDate on,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var unit = unit(id);
        access.require(actor, Right.SEE_UNIT, Right.SEE_UNIT, unit);
        var rows = posts.holdersIn(unit, on == null ? LocalDate.now(clock) : on).stream()
                .map(holder -> List.of(
                        post(holder.held().post().code(), locale),
                        Value.of(holder.person().name()),
                        Value.of(holder.person().username()),
                        capacity(holder.held().capacity(), "organization.capacity.none", locale),
                        Value.of(
                                holder.held().responsibility() == null
                                        ? text("organization.responsibility.all", locale)
                                        : holder.held().responsibility()),
                        Value.of(holder.held().from()),
                        Value.of(holder.held().to())))
                .toList();
        send(
                "can-bo",
                "file.people",
                rows,
                locale,
                response,
                "organization.post 26",
                "organization.person 34",
                "login.username 28",
                "organization.capacity 24",
                "organization.responsibility 40",
                "file.people.from 14",
                "file.people.to 14");
    }

    /** Who stands in for whom in the unit, now or later. */
    @Requires(value = Right.NAME_DEPUTY, of = "unit")
    @GetMapping("/units/{id}/deputies.xlsx")
    void deputies(Actor actor, @PathVariable String id, Locale locale, HttpServletResponse response)
            throws IOException {
        var unit = unit(id);
        access.require(actor, Right.SEE_UNIT, Right.NAME_DEPUTY, unit);
        var known = new LinkedHashMap<String, String>();
        processes.orderedStream().forEach(some -> known.putAll(some.names()));
        var name = units.namesOf(List.of(unit)).get(unit);
        var rows = substitutions.in(unit).stream()
                .map(rule -> List.of(
                        Value.of(rule.person().name()),
                        Value.of(rule.deputy().name()),
                        rule.post() == null
                                ? Value.of(text("substitution.every-post", locale))
                                : Value.of(text("post." + rule.post().code(), locale) + ", " + name),
                        Value.of(processes(rule, known, locale)),
                        capacity(rule.capacity(), "substitution.capacity.none", locale),
                        Value.of(rule.reason()),
                        Value.of(rule.from()),
                        Value.of(rule.to())))
                .toList();
        send(
                "nguoi-lam-thay",
                "substitution.title",
                rows,
                locale,
                response,
                "file.deputies.person 34",
                "file.deputies.deputy 34",
                "organization.post 40",
                "file.deputies.processes 40",
                "organization.capacity 24",
                "substitution.reason 50",
                "substitution.from 14",
                "substitution.to 14");
    }

    /** Who has a password and whose slip is still good. */
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    @GetMapping("/units/{id}/slips.xlsx")
    void slips(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean below,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var candidates = slips.candidates(actor, unit(id), below);
        var names = units.namesOf(
                candidates.stream().map(Slips.Candidate::home).distinct().toList());
        var rows = candidates.stream()
                .map(one -> List.of(
                        Value.of(names.get(one.home())),
                        Value.of(one.person().name()),
                        Value.of(one.person().holdings().stream()
                                .map(held -> text("post." + held.post().code(), locale))
                                .distinct()
                                .collect(Collectors.joining(", "))),
                        Value.of(one.person().username()),
                        Value.of(text(one.active() ? "slips.active" : "slips.inactive", locale)),
                        Value.of(
                                one.printed() == null
                                        ? null
                                        : one.printed().atZone(clock.getZone()).toLocalDate())))
                .toList();
        send(
                "kich-hoat",
                "slips.title",
                rows,
                locale,
                response,
                "report.field.unit 50",
                "organization.person 34",
                "account.posts 40",
                "login.username 28",
                "slips.state 24",
                "file.slips.until 24");
    }

    private void send(
            String name,
            String title,
            List<List<Value>> rows,
            Locale locale,
            HttpServletResponse response,
            String... columns)
            throws IOException {
        var header = Arrays.stream(columns)
                .map(column -> column.split(" "))
                .map(column -> new Column(text(column[0], locale), Integer.parseInt(column[1])))
                .toList();
        ListFile.of(text(title, locale), name + "-" + LocalDate.now(clock), header, text("file.cut", locale), rows)
                .send(response);
    }

    private String processes(Substitution rule, Map<String, String> known, Locale locale) {
        return rule.processes().isEmpty()
                ? text("substitution.every-process", locale)
                : rule.processes().stream()
                        .map(process -> known.getOrDefault(process, process))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private Value capacity(Enum<?> capacity, String none, Locale locale) {
        return Value.of(text(capacity == null ? none : "capacity." + capacity.name(), locale));
    }

    private Value post(String code, Locale locale) {
        return Value.of(text("post." + code, locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[] {ListFile.MOST_ROWS}, locale);
    }

    private static UnitId unit(String id) {
        return UnitId.inAddress(id);
    }
}
