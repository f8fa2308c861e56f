package vn.lantoa.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.KnownProcesses;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Substitution;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What the pages about stand-ins show, for oneself and for a unit. */
@Component
class DeputyPages {

    /** A rule in words. */
    record Line(Substitution rule, String what, String processes, boolean now) {}

    private final Units units;
    private final People people;
    private final Posts posts;
    private final ObjectProvider<KnownProcesses> processes;
    private final MessageSource messages;
    private final Clock clock;

    DeputyPages(
            Units units,
            People people,
            Posts posts,
            ObjectProvider<KnownProcesses> processes,
            MessageSource messages,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.posts = posts;
        this.processes = processes;
        this.messages = messages;
        this.clock = clock;
    }

    /** The lists and the choices of the form; {@code whose} are the posts that can be given, by the value the form sends. */
    String show(List<Substitution> rules, Map<String, String> whose, String action, Model model) {
        var names = names(rules);
        var today = LocalDate.now(clock);
        model.addAttribute(
                "lines",
                rules.stream()
                        .map(rule -> new Line(rule, what(rule, names), processesOf(rule), rule.inForce(today)))
                        .toList());
        model.addAttribute("whose", whose);
        model.addAttribute("processes", known());
        model.addAttribute("capacities", capacities());
        model.addAttribute("action", action);
        model.addAttribute("today", today);
        return "organization/deputies";
    }

    /** The page again with what was typed and the reason at its field. */
    void refuse(Change.Refused refused, Map<String, String> form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("form", form);
        model.addAttribute("field", refused.field());
        model.addAttribute("reason", text("organization.refused." + refused.reason(), refused.detail()));
    }

    /** The processes asked for, as far as there are such. */
    Set<String> chosen(List<String> asked) {
        var chosen = new HashSet<>(asked == null ? List.<String>of() : asked);
        chosen.retainAll(known().keySet());
        return chosen;
    }

    /** Who works in these units, to be proposed as a stand-in. */
    List<Person> near(Set<UnitId> where, PersonId away) {
        var today = LocalDate.now(clock);
        return where.stream()
                .flatMap(unit -> Stream.concat(
                        posts.holdersIn(unit, today).stream().map(Posts.Holder::person),
                        people.keptBy(unit, 100).stream()))
                .filter(person -> !person.id().equals(away))
                .distinct()
                .toList();
    }

    String post(Post post, UnitId unit) {
        return text("post." + post.code()) + ", " + units.namesOf(List.of(unit)).get(unit);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private Map<String, String> known() {
        var known = new LinkedHashMap<String, String>();
        processes.orderedStream().forEach(some -> known.putAll(some.names()));
        return known;
    }

    private String what(Substitution rule, Map<UnitId, String> names) {
        return rule.post() == null
                ? text("substitution.every-post")
                : text("post." + rule.post().code()) + ", " + names.get(rule.unit());
    }

    private String processesOf(Substitution rule) {
        var known = known();
        return rule.processes().isEmpty()
                ? text("substitution.every-process")
                : String.join(
                        ", ",
                        rule.processes().stream()
                                .map(id -> known.getOrDefault(id, id))
                                .sorted()
                                .toList());
    }

    private Map<UnitId, String> names(List<Substitution> rules) {
        return units.namesOf(rules.stream()
                .map(Substitution::unit)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
    }

    private List<UnitPages.Option> capacities() {
        var capacities = new ArrayList<UnitPages.Option>();
        capacities.add(new UnitPages.Option("", text("substitution.capacity.none")));
        Arrays.stream(Capacity.values())
                .filter(capacity -> capacity != Capacity.TM)
                .forEach(capacity ->
                        capacities.add(new UnitPages.Option(capacity.name(), text("capacity." + capacity.name()))));
        return capacities;
    }
}
