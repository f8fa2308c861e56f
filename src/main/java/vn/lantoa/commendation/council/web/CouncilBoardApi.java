package vn.lantoa.commendation.council.web;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.council.Council;
import vn.lantoa.commendation.council.CouncilMember;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.Councils;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Councils and their members under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1")
class CouncilBoardApi {

    private final Councils councils;
    private final CouncilSeasons seasons;
    private final CouncilWords words;

    CouncilBoardApi(Councils councils, CouncilSeasons seasons, CouncilWords words) {
        this.councils = councils;
        this.seasons = seasons;
        this.words = words;
    }

    /** @param number of the decision that sets it up, {@code date} its day */
    record Founding(String name, String number, String date) {}

    /** @param person id, {@code role} CHAIR, SECRETARY or MEMBER, {@code until} null when the decision names no end */
    record Naming(String person, String role, String position, String from, String until) {}

    record Ending(String lastDay) {}

    /** The councils that the person sets up; one's own sessions stand under {@code council-sessions}. */
    @GetMapping("/councils")
    @OpenToSignedIn
    Map<String, Object> list(Actor actor) {
        return Map.of(
                "items",
                councils.managedBy(actor).stream().map(CouncilBoardApi::council).toList());
    }

    @PostMapping("/units/{id}/councils")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.SEE_NOMINATION, of = "unit")
    ResponseEntity<Map<String, Object>> found(
            @PathVariable String id, @RequestBody Founding body, Actor actor, Locale locale) {
        var made = done(
                councils.found(
                        actor,
                        UnitId.of(CouncilWords.id(id)),
                        new Councils.Founding(body.name(), body.number(), CouncilWords.day(body.date()))),
                locale);
        return ResponseEntity.created(URI.create("/api/v1/councils/" + made)).body(Map.of("id", String.valueOf(made)));
    }

    @GetMapping("/councils/{id}")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        var council = councils.find(actor, CouncilWords.id(id));
        var json = council(council);
        json.put(
                "members",
                councils.members(actor, council.id()).stream()
                        .map(CouncilBoardApi::member)
                        .toList());
        json.put(
                "sessions",
                seasons.sessionsOf(council).stream()
                        .map(one -> CouncilJson.session(one, council))
                        .toList());
        return json;
    }

    /** People of the branch by name or user name, with or without a post, to be named. */
    @GetMapping("/councils/{id}/people")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    Map<String, Object> people(@PathVariable String id, @RequestParam(defaultValue = "") String q, Actor actor) {
        var council = councils.find(actor, CouncilWords.id(id)).id();
        return Map.of(
                "items",
                q.isBlank()
                        ? List.of()
                        : councils.search(actor, council, q).stream()
                                .map(one -> Map.of(
                                        "id", one.id().toString(), "username", one.username(), "name", one.name()))
                                .toList());
    }

    @PostMapping("/councils/{id}/members")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ResponseEntity<Map<String, Object>> name(
            @PathVariable String id, @RequestBody Naming body, Actor actor, Locale locale) {
        var council = CouncilWords.id(id);
        var naming = new Councils.Naming(
                AddressId.is(body.person()) ? PersonId.of(body.person()) : null,
                Arrays.stream(CouncilMember.Role.values())
                        .filter(one -> one.name().equals(body.role()))
                        .findFirst()
                        .orElse(null),
                body.position(),
                CouncilWords.day(body.from()),
                CouncilWords.day(body.until()));
        var made = done(councils.name(actor, council, naming), locale);
        return ResponseEntity.created(URI.create("/api/v1/councils/" + council))
                .body(Map.of("id", String.valueOf(made)));
    }

    @PostMapping("/councils/{id}/members/{member}/end")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ResponseEntity<Void> end(
            @PathVariable String id,
            @PathVariable String member,
            @RequestBody Ending body,
            Actor actor,
            Locale locale) {
        done(
                councils.end(actor, CouncilWords.id(id), CouncilWords.id(member), CouncilWords.day(body.lastDay())),
                locale);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/councils/{id}/end")
    @Requires(value = Right.MANAGE_COUNCIL, sight = Right.MANAGE_COUNCIL, of = "council")
    ResponseEntity<Void> close(@PathVariable String id, @RequestBody Ending body, Actor actor, Locale locale) {
        done(councils.close(actor, CouncilWords.id(id), CouncilWords.day(body.lastDay())), locale);
        return ResponseEntity.noContent().build();
    }

    private long done(CouncilOutcome outcome, Locale locale) {
        if (outcome instanceof CouncilOutcome.Done done) {
            return done.id();
        }
        throw words.problem(outcome, locale);
    }

    private static Map<String, Object> council(Council council) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(council.id()));
        json.put("unit", council.unit().toString());
        json.put("name", council.name());
        json.put("decisionNumber", council.decisionNumber());
        json.put("decisionDate", council.decisionDate());
        json.put("closedOn", council.closedOn());
        return json;
    }

    private static Map<String, Object> member(CouncilMember member) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(member.id()));
        json.put("person", member.person().toString());
        json.put("name", member.name());
        json.put("role", member.role());
        json.put("position", member.position());
        json.put("from", member.from());
        json.put("until", member.until());
        return json;
    }
}
