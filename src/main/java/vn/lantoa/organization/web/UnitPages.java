package vn.lantoa.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Coordinations;
import vn.lantoa.organization.Handovers;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** What the pages of *Tổ chức và cán bộ* show: gathered once, so that a refused form shows the same page again. */
@Component
class UnitPages {

    record Option(String code, String name) {}

    record Step(String href, String text) {}

    record Keeping(Person person, Accounts.Account account) {}

    static final int PAGE = 50;

    private final Units units;
    private final UnitSuccessions successions;
    private final Coordinations coordinations;
    private final People people;
    private final Posts posts;
    private final Accounts accounts;
    private final Substitutions substitutions;
    private final Handovers handovers;
    private final Access access;
    private final VisibleUnits visible;
    private final MessageSource messages;
    private final Clock clock;
    private final String oidcIssuer;

    UnitPages(
            Units units,
            UnitSuccessions successions,
            Coordinations coordinations,
            People people,
            Posts posts,
            Accounts accounts,
            Substitutions substitutions,
            Handovers handovers,
            Access access,
            VisibleUnits visible,
            MessageSource messages,
            Clock clock,
            @Value("${lantoa.oidc.issuer:}") String oidcIssuer) {
        this.units = units;
        this.successions = successions;
        this.coordinations = coordinations;
        this.people = people;
        this.posts = posts;
        this.accounts = accounts;
        this.substitutions = substitutions;
        this.handovers = handovers;
        this.oidcIssuer = oidcIssuer;
        this.access = access;
        this.visible = visible;
        this.messages = messages;
        this.clock = clock;
    }

    /** The visible tree's tops and the results of a search. */
    String list(Actor actor, String words, LocalDate on, String after, Model model) {
        access.require(actor, Right.SEE_UNIT);
        date(on, model);
        var query = words == null ? "" : words.strip();
        model.addAttribute("q", query.length() > 200 ? query.substring(0, 200) : query);
        if (!query.isEmpty()) {
            model.addAttribute("found", units.search(query, visible.branchesOf(actor), after, PAGE));
        }
        var tops = visible.topsOf(actor, dateOf(on));
        model.addAttribute("tops", tops);
        model.addAttribute(
                "importInto",
                tops.stream()
                        .map(Unit::id)
                        .filter(top -> access.may(actor, Right.MANAGE_UNITS, top))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "below", tops.size() == 1 ? units.subordinatesOf(tops.get(0).id(), dateOf(on)) : List.of());
        return "organization/units";
    }

    /** One unit as it stood on a date, with its people and, by right, its forms. */
    String unit(Actor actor, UnitId id, LocalDate on, String after, Model model) {
        visible.require(actor, id);
        date(on, model);
        var latest = units.find(id).orElseThrow(() -> new NotVisible("unit " + id));
        model.addAttribute("unit", units.find(id, dateOf(on)).orElse(latest));
        model.addAttribute("latest", latest);
        model.addAttribute("trail", trail(actor, latest));
        model.addAttribute("subordinates", units.subordinatesOf(id, dateOf(on), after, PAGE));
        model.addAttribute("holders", posts.holdersIn(id, dateOf(on)));
        model.addAttribute("history", units.historyOf(id));
        model.addAttribute(
                "superiors",
                units.namesOf(units.historyOf(id).stream()
                        .flatMap(state -> state.parent().stream())
                        .toList()));
        model.addAttribute("predecessors", successions.predecessorsOf(id));
        model.addAttribute("successors", successions.successorsOf(id));
        model.addAttribute("coordinators", coordinations.coordinatorsOf(id, dateOf(on)));
        model.addAttribute("coordinated", coordinations.coordinatedBy(id, dateOf(on)));
        forms(actor, latest, model);
        return "organization/unit";
    }

    private void forms(Actor actor, Unit unit, Model model) {
        var open = unit.validTo() == null;
        var managesPeople = access.may(actor, Right.MANAGE_PEOPLE, unit.id());
        model.addAttribute("managesUnits", open && access.may(actor, Right.MANAGE_UNITS, unit.id()));
        model.addAttribute("managesPeople", open && managesPeople);
        model.addAttribute("substitutions", substitutions.in(unit.id()));
        model.addAttribute("namesDeputies", open && access.may(actor, Right.NAME_DEPUTY, unit.id()));
        model.addAttribute("oidc", !oidcIssuer.isBlank());
        if (managesPeople) {
            model.addAttribute("kept", kept(unit.id()));
            model.addAttribute("handovers", handovers.in(unit.id()));
        }
        model.addAttribute(
                "kinds",
                options(
                        "unit.kind.",
                        Arrays.stream(UnitKind.values())
                                .filter(kind -> kind.level() > unit.level())
                                .map(Enum::name)
                                .toList()));
        model.addAttribute(
                "posts",
                options(
                        "post.",
                        Arrays.stream(Post.values())
                                .filter(post -> post != Post.ADMINISTRATOR || actor.holds(Post.ADMINISTRATOR))
                                .map(Post::code)
                                .toList()));
        var capacities = new ArrayList<Option>();
        capacities.add(new Option("", text("organization.capacity.none")));
        capacities.addAll(options(
                "capacity.", Arrays.stream(Capacity.values()).map(Enum::name).toList()));
        model.addAttribute("capacities", capacities);
    }

    private List<Keeping> kept(UnitId unit) {
        return people.keptBy(unit, PAGE).stream()
                .map(person ->
                        new Keeping(person, accounts.find(person.username()).orElse(null)))
                .toList();
    }

    private List<Step> trail(Actor actor, Unit unit) {
        var steps = new ArrayList<Step>();
        steps.add(new Step("/units", text("organization.title")));
        for (var above : units.pathTo(unit.id())) {
            if (above.id().equals(unit.id())) {
                steps.add(new Step(null, unit.name()));
            } else if (access.may(actor, Right.SEE_UNIT, above.id())) {
                steps.add(new Step("/units/" + above.id(), above.name()));
            }
        }
        return steps;
    }

    private void date(LocalDate on, Model model) {
        model.addAttribute("on", dateOf(on));
        model.addAttribute("past", on != null && !on.equals(LocalDate.now(clock)));
        model.addAttribute("today", LocalDate.now(clock));
    }

    private LocalDate dateOf(LocalDate on) {
        return on == null ? LocalDate.now(clock) : on;
    }

    private List<Option> options(String prefix, List<String> codes) {
        return codes.stream().map(code -> new Option(code, text(prefix + code))).toList();
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
