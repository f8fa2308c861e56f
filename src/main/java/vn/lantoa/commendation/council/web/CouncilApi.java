package vn.lantoa.commendation.council.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.audit.UntracedRoute;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.council.Ballots;
import vn.lantoa.commendation.council.Choice;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.CouncilSessions;
import vn.lantoa.commendation.council.Declarations;
import vn.lantoa.commendation.council.MemberDesk;
import vn.lantoa.commendation.council.PaperCount;
import vn.lantoa.commendation.council.Seat;
import vn.lantoa.commendation.council.SessionClosing;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Sessions and votes under {@code /api/v1}, through the use cases of the pages; who acts by membership holds no right, see there. */
@RestController
class CouncilApi {

    private final CouncilSessions sessions;
    private final Ballots ballots;
    private final Declarations declarations;
    private final SessionClosing closing;
    private final MemberDesk desk;
    private final CouncilWords words;
    private final Clock clock;

    CouncilApi(
            CouncilSessions sessions,
            Ballots ballots,
            Declarations declarations,
            SessionClosing closing,
            MemberDesk desk,
            CouncilWords words,
            Clock clock) {
        this.sessions = sessions;
        this.ballots = ballots;
        this.declarations = declarations;
        this.closing = closing;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    record Plan(Long season, Integer number, String meetsOn, String place) {}

    record Agenda(List<Long> nominations) {}

    record Attendance(Map<Long, String> presences) {}

    record Declaration(Boolean conflict) {}

    record Vote(String choice) {}

    record Opening(Boolean paper) {}

    /** All null for a ballot on screen. */
    record Count(Integer issued, Integer collected, Integer valid, Integer agreed) {}

    record Closing(List<Long> last) {}

    /** Nothing remembers what a request to vote said. */
    @Bean
    static UntracedRoute votes() {
        return new UntracedRoute("/api/v1/council-sessions/*/cases/*/vote");
    }

    @PostMapping("/api/v1/councils/{id}/sessions")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ResponseEntity<Map<String, Object>> plan(
            @PathVariable String id, @RequestBody Plan plan, Actor actor, Locale locale) {
        var outcome = sessions.plan(
                actor,
                CouncilWords.id(id),
                new CouncilSessions.Plan(
                        plan.season() == null ? -1 : plan.season(),
                        plan.number() == null ? 1 : plan.number(),
                        CouncilWords.day(plan.meetsOn()),
                        plan.place()));
        var made = done(outcome, locale).id();
        return ResponseEntity.created(URI.create("/api/v1/council-sessions/" + made))
                .body(Map.of("id", String.valueOf(made)));
    }

    @GetMapping("/api/v1/council-sessions")
    @OpenToSignedIn
    Map<String, Object> mine(Actor actor) {
        return Map.of(
                "items",
                desk.of(actor, LocalDate.now(clock)).stream()
                        .map(one -> CouncilJson.session(one.session(), one.council()))
                        .toList());
    }

    @GetMapping("/api/v1/council-sessions/{id}")
    @OpenToSignedIn
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        return CouncilJson.view(desk.session(actor, CouncilWords.id(id)));
    }

    @PostMapping("/api/v1/council-sessions/{id}/agenda")
    @OpenToSignedIn
    ResponseEntity<Void> agenda(@PathVariable String id, @RequestBody Agenda agenda, Actor actor, Locale locale) {
        var chosen = agenda.nominations() == null ? List.<Long>of() : agenda.nominations();
        return none(
                sessions.agenda(
                        actor,
                        CouncilWords.id(id),
                        chosen.stream().map(NominationId::of).toList()),
                locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/opening")
    @OpenToSignedIn
    ResponseEntity<Void> open(@PathVariable String id, Actor actor, Locale locale) {
        return none(sessions.open(actor, CouncilWords.id(id)), locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/attendance")
    @OpenToSignedIn
    ResponseEntity<Void> attendance(
            @PathVariable String id, @RequestBody Attendance attendance, Actor actor, Locale locale) {
        var presences = new HashMap<Long, Seat.Presence>();
        if (attendance.presences() != null) {
            attendance.presences().forEach((member, text) -> Seat.Presence.of(text)
                    .ifPresent(presence -> presences.put(member, presence)));
        }
        return none(sessions.attendance(actor, CouncilWords.id(id), presences), locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/cases/{case}/declaration")
    @OpenToSignedIn
    ResponseEntity<Void> declare(
            @PathVariable String id,
            @PathVariable("case") String one,
            @RequestBody Declaration declaration,
            Actor actor,
            Locale locale) {
        return none(
                declarations.declare(
                        actor, CouncilWords.id(id), CouncilWords.id(one), Boolean.TRUE.equals(declaration.conflict())),
                locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/cases/{case}/vote")
    @OpenToSignedIn
    ResponseEntity<Void> vote(
            @PathVariable String id,
            @PathVariable("case") String one,
            @RequestBody Vote vote,
            Actor actor,
            Locale locale) {
        return none(
                ballots.cast(
                        actor,
                        CouncilWords.id(id),
                        CouncilWords.id(one),
                        Choice.of(vote.choice()).orElse(null)),
                locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/cases/{case}/ballot")
    @OpenToSignedIn
    ResponseEntity<Void> ballot(
            @PathVariable String id,
            @PathVariable("case") String one,
            @RequestBody Opening opening,
            Actor actor,
            Locale locale) {
        return none(
                ballots.open(actor, CouncilWords.id(id), CouncilWords.id(one), Boolean.TRUE.equals(opening.paper())),
                locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/cases/{case}/count")
    @OpenToSignedIn
    ResponseEntity<Void> count(
            @PathVariable String id,
            @PathVariable("case") String one,
            @RequestBody Count count,
            Actor actor,
            Locale locale) {
        var session = CouncilWords.id(id);
        var counted = CouncilWords.id(one);
        return none(
                count.issued() == null
                        ? ballots.count(actor, session, counted)
                        : ballots.countPaper(
                                actor,
                                session,
                                counted,
                                new PaperCount(
                                        count.issued(),
                                        orNone(count.collected()),
                                        orNone(count.valid()),
                                        orNone(count.agreed()))),
                locale);
    }

    @PostMapping("/api/v1/council-sessions/{id}/closing")
    @OpenToSignedIn
    ResponseEntity<Void> close(@PathVariable String id, @RequestBody Closing body, Actor actor, Locale locale) {
        return none(
                closing.close(actor, CouncilWords.id(id), body.last() == null ? Set.of() : Set.copyOf(body.last())),
                locale);
    }

    /** What was left out is no number of ballots. */
    private static int orNone(Integer ballots) {
        return ballots == null ? -1 : ballots;
    }

    private ResponseEntity<Void> none(CouncilOutcome outcome, Locale locale) {
        done(outcome, locale);
        return ResponseEntity.noContent().build();
    }

    private CouncilOutcome.Done done(CouncilOutcome outcome, Locale locale) {
        if (outcome instanceof CouncilOutcome.Done done) {
            return done;
        }
        throw words.problem(outcome, locale);
    }
}
