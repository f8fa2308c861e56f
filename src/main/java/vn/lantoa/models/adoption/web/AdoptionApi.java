package vn.lantoa.models.adoption.web;

import java.net.URI;
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
import vn.lantoa.models.adoption.Adoption;
import vn.lantoa.models.adoption.AdoptionId;
import vn.lantoa.models.adoption.AdoptionLists;
import vn.lantoa.models.adoption.AdoptionLists.Stage;
import vn.lantoa.models.adoption.AdoptionLists.Whose;
import vn.lantoa.models.adoption.AdoptionOutcome;
import vn.lantoa.models.adoption.Adoptions;
import vn.lantoa.models.adoption.Invitations;
import vn.lantoa.models.adoption.Sources;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Adoptions under {@code /api/v1}: begun here, then moved on as tasks, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/model-adoptions")
class AdoptionApi {

    private static final int MOST = 200;

    private final Adoptions adoptions;
    private final AdoptionLists lists;
    private final Invitations invitations;
    private final Sources sources;
    private final AdoptionWords words;

    AdoptionApi(
            Adoptions adoptions, AdoptionLists lists, Invitations invitations, Sources sources, AdoptionWords words) {
        this.adoptions = adoptions;
        this.lists = lists;
        this.invitations = invitations;
        this.sources = sources;
        this.words = words;
    }

    /** @param source number or id of the site to copy, may be missing */
    record Request(String unit, String kind, String source) {}

    /**
     * @param inviter id of the inviting unit
     * @param units ids or codes
     * @param level in addition all units of this level below the inviter that have not begun; may be missing
     */
    record Inviting(String inviter, String kind, String source, List<String> units, Integer level) {}

    record Reasoned(String reason) {}

    /** What concerns the person's own units. */
    @GetMapping
    @OpenToSignedIn
    Map<String, Object> list(
            @RequestParam(required = false) String whose,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "25") int size,
            Actor actor) {
        var page = lists.of(
                actor,
                AdoptionWords.one(Whose.class, whose),
                AdoptionWords.one(Stage.class, stage),
                after,
                Math.max(1, Math.min(size, MOST)));
        var body = new LinkedHashMap<String, Object>();
        body.put("items", page.items().stream().map(row -> json(row.adoption())).toList());
        body.put("next", page.next());
        return body;
    }

    @GetMapping("/{id}")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL, of = "adoption")
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        return json(adoptions.find(actor, AdoptionId.inAddress(id)));
    }

    @PostMapping
    @Requires(Right.BUILD_MODEL)
    ResponseEntity<Map<String, Object>> ask(@RequestBody Request request, Actor actor, Locale locale) {
        var outcome = adoptions.ask(
                actor,
                AdoptionWords.unit(request.unit()),
                AdoptionWords.kind(request.kind()),
                sources.named(request.source()));
        if (outcome instanceof AdoptionOutcome.Done done) {
            return ResponseEntity.created(URI.create("/api/v1/model-adoptions/" + done.id()))
                    .body(Map.of("id", done.id().toString()));
        }
        throw words.problem(outcome, locale);
    }

    /** Each unit with what became of it: {@code {invited: n, items: [{asked, unit, result, adoption}]}}. */
    @PostMapping("/invitations")
    @Requires(Right.SPREAD_MODEL)
    Map<String, Object> invite(@RequestBody Inviting inviting, Actor actor, Locale locale) {
        var outcome = invitations.invite(
                actor,
                new Invitations.Wanted(
                        AdoptionWords.unit(inviting.inviter()),
                        AdoptionWords.kind(inviting.kind()),
                        sources.named(inviting.source()),
                        inviting.units() == null ? List.of() : inviting.units(),
                        inviting.level()));
        if (outcome instanceof Invitations.Outcome.Refused refused) {
            throw words.problem(refused, locale);
        }
        var done = (Invitations.Outcome.Done) outcome;
        return Map.of(
                "invited",
                done.invited(),
                "items",
                done.lines().stream().map(AdoptionApi::json).toList());
    }

    @PostMapping("/{id}/withdrawal")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "adoption")
    ResponseEntity<Void> withdraw(
            @PathVariable String id, @RequestBody Reasoned withdrawal, Actor actor, Locale locale) {
        return done(adoptions.withdraw(actor, AdoptionId.inAddress(id), withdrawal.reason()), locale);
    }

    @PostMapping("/{id}/recall")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "adoption")
    ResponseEntity<Void> recall(@PathVariable String id, @RequestBody Reasoned recall, Actor actor, Locale locale) {
        return done(adoptions.recall(actor, AdoptionId.inAddress(id), recall.reason()), locale);
    }

    private ResponseEntity<Void> done(AdoptionOutcome outcome, Locale locale) {
        if (outcome instanceof AdoptionOutcome.Done) {
            return ResponseEntity.noContent().build();
        }
        throw words.problem(outcome, locale);
    }

    private static Map<String, Object> json(Invitations.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("asked", line.asked());
        json.put("unit", text(line.unit()));
        json.put("result", line.result());
        json.put("adoption", text(line.adoption()));
        return json;
    }

    private static Map<String, Object> json(Adoption adoption) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", adoption.id().toString());
        json.put("kind", Map.of("id", adoption.kind().toString(), "name", adoption.kindName()));
        json.put("source", text(adoption.source()));
        json.put("unit", adoption.unit().toString());
        json.put("invitedBy", text(adoption.invitedBy()));
        json.put("state", adoption.state());
        json.put("due", adoption.due());
        json.put("openedOn", adoption.openedOn());
        json.put("groups", adoption.plan().groups());
        json.put("members", adoption.plan().members());
        json.put("plannedOn", adoption.plan().plannedOn());
        json.put("foundedOn", adoption.plan().foundedOn());
        json.put("site", text(adoption.site()));
        json.put("endedOn", adoption.endedOn());
        json.put("reasonCode", adoption.reasonCode());
        json.put("joinedInto", text(adoption.joinedInto()));
        return json;
    }

    private static String text(Object id) {
        return id == null ? null : id.toString();
    }
}
