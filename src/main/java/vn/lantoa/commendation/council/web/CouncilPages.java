package vn.lantoa.commendation.council.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.council.CouncilMember;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.CouncilSessions;
import vn.lantoa.commendation.council.Councils;
import vn.lantoa.commendation.council.MemberDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** "Hội đồng khen thưởng": one's own sessions, and the councils one sets up. */
@Controller
class CouncilPages {

    private final Councils councils;
    private final CouncilSessions sessions;
    private final MemberDesk desk;
    private final CouncilSeasons seasons;
    private final Units units;
    private final CouncilWords words;
    private final Clock clock;

    CouncilPages(
            Councils councils,
            CouncilSessions sessions,
            MemberDesk desk,
            CouncilSeasons seasons,
            Units units,
            CouncilWords words,
            Clock clock) {
        this.councils = councils;
        this.sessions = sessions;
        this.desk = desk;
        this.seasons = seasons;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    /** Members without any post come here too: each sees the sessions of the own councils, and the councils the person sets up. */
    @GetMapping("/awards/councils")
    @OpenToSignedIn
    ModelAndView list(Actor actor) {
        return list(actor, Map.of(), Map.of());
    }

    @PostMapping("/awards/units/{id}/councils")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView found(
            @PathVariable String id,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String date,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = councils.found(
                actor, UnitId.of(CouncilWords.id(id)), new Councils.Founding(name, number, CouncilWords.day(date)));
        if (outcome instanceof CouncilOutcome.Done done) {
            flash.addFlashAttribute("toast", words.say("council.done.founded", locale));
            return new ModelAndView("redirect:/awards/councils/" + done.id());
        }
        var page = list(
                actor,
                CouncilWords.typed("unit", id, "name", name, "number", number, "date", date),
                words.errors(outcome, locale));
        page.setStatus(CouncilWords.status(outcome));
        return page;
    }

    @GetMapping("/awards/councils/{id}")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ModelAndView council(@PathVariable String id, @RequestParam(required = false) String q, Actor actor) {
        return council(CouncilWords.id(id), q, actor, Map.of(), Map.of());
    }

    @PostMapping("/awards/councils/{id}/members")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ModelAndView name(
            @PathVariable String id,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String person,
            @RequestParam(required = false) String role,
            @RequestParam(required = false) String position,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var naming = new Councils.Naming(
                AddressId.is(person) ? PersonId.of(person) : null,
                Arrays.stream(CouncilMember.Role.values())
                        .filter(one -> one.name().equals(role))
                        .findFirst()
                        .orElse(null),
                position,
                CouncilWords.day(from),
                CouncilWords.day(until));
        var typed =
                CouncilWords.typed("person", person, "role", role, "position", position, "from", from, "until", until);
        return done(
                councils.name(actor, CouncilWords.id(id), naming),
                "council.done.member",
                id,
                q,
                typed,
                actor,
                locale,
                flash);
    }

    @PostMapping("/awards/councils/{id}/members/{member}/end")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ModelAndView end(
            @PathVariable String id,
            @PathVariable String member,
            @RequestParam(required = false) String lastDay,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return done(
                councils.end(actor, CouncilWords.id(id), CouncilWords.id(member), CouncilWords.day(lastDay)),
                "council.done.member-ended",
                id,
                null,
                Map.of(),
                actor,
                locale,
                flash);
    }

    @PostMapping("/awards/councils/{id}/end")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ModelAndView close(
            @PathVariable String id,
            @RequestParam(required = false) String lastDay,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return done(
                councils.close(actor, CouncilWords.id(id), CouncilWords.day(lastDay)),
                "council.done.closed",
                id,
                null,
                Map.of(),
                actor,
                locale,
                flash);
    }

    @PostMapping("/awards/councils/{id}/sessions")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ModelAndView plan(
            @PathVariable String id,
            @RequestParam(required = false) String season,
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String meetsOn,
            @RequestParam(required = false) String place,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = sessions.plan(
                actor,
                CouncilWords.id(id),
                new CouncilSessions.Plan(
                        CouncilWords.number(season), CouncilWords.whole(number), CouncilWords.day(meetsOn), place));
        if (outcome instanceof CouncilOutcome.Done done) {
            flash.addFlashAttribute("toast", words.say("council.done.planned", locale));
            return new ModelAndView("redirect:/awards/councils/sessions/" + done.id() + "/chair");
        }
        var typed = CouncilWords.typed("season", season, "number", number, "meetsOn", meetsOn, "place", place);
        return done(outcome, "", id, null, typed, actor, locale, flash);
    }

    private ModelAndView done(
            CouncilOutcome outcome,
            String toast,
            String id,
            String q,
            Map<String, String> typed,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        if (outcome instanceof CouncilOutcome.Done) {
            flash.addFlashAttribute("toast", words.say(toast, locale));
            return new ModelAndView("redirect:/awards/councils/" + CouncilWords.id(id));
        }
        var page = council(CouncilWords.id(id), q, actor, typed, words.errors(outcome, locale));
        page.setStatus(CouncilWords.status(outcome));
        return page;
    }

    private ModelAndView list(Actor actor, Map<String, String> form, Map<String, String> errors) {
        var own = councils.unitsOf(actor);
        var names = units.namesOf(own);
        return new ModelAndView("council/list")
                .addObject("mine", desk.of(actor, LocalDate.now(clock)))
                .addObject("managed", councils.managedBy(actor))
                .addObject(
                        "units",
                        own.stream()
                                .map(unit -> Map.of("id", unit, "name", names.get(unit)))
                                .toList())
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private ModelAndView council(long id, String q, Actor actor, Map<String, String> form, Map<String, String> errors) {
        var council = councils.find(actor, id);
        return new ModelAndView("council/council")
                .addObject("council", council)
                .addObject("members", councils.members(actor, id))
                .addObject("sessions", seasons.sessionsOf(council))
                .addObject("seasons", seasons.open(council))
                .addObject("q", q == null ? "" : q)
                .addObject("found", q == null || q.isBlank() ? List.of() : councils.search(actor, id, q))
                .addObject("roles", CouncilMember.Role.values())
                .addObject("today", LocalDate.now(clock))
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
