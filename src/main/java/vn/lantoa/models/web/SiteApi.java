package vn.lantoa.models.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Claims;
import vn.lantoa.models.Count;
import vn.lantoa.models.KindId;
import vn.lantoa.models.Measure;
import vn.lantoa.models.Measures;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.SiteCounts;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteLists;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.models.SiteProposals;
import vn.lantoa.models.SiteState;
import vn.lantoa.models.StartSite;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Sites of models under {@code /api/v1}: begun here, then filled in and moved on as tasks, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/model-sites")
class SiteApi {

    private static final int MOST = 200;

    private final SiteProposals proposals;
    private final ModelSites sites;
    private final SiteLists lists;
    private final SiteCounts counts;
    private final Claims claims;
    private final Measures measures;
    private final SiteJson json;
    private final SitePlaces places;
    private final Clock clock;

    SiteApi(
            SiteProposals proposals,
            ModelSites sites,
            SiteLists lists,
            SiteCounts counts,
            Claims claims,
            Measures measures,
            SiteJson json,
            SitePlaces places,
            Clock clock) {
        this.proposals = proposals;
        this.sites = sites;
        this.lists = lists;
        this.counts = counts;
        this.claims = claims;
        this.measures = measures;
        this.json = json;
        this.places = places;
        this.clock = clock;
    }

    /** @param unit id or code; {@code kind} the kind's id; everything else may be missing */
    record Beginning(
            String unit,
            String kind,
            String name,
            String place,
            String host,
            Integer groups,
            String groupsQualifier,
            Integer members,
            String membersQualifier) {}

    record Reasoned(String reason) {}

    record Proposing(String measure, String reasonCode, String reason) {}

    @PostMapping
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ResponseEntity<Map<String, Object>> start(@RequestBody Beginning wanted, Actor actor, Locale locale) {
        var outcome = proposals.start(
                actor,
                new StartSite(
                        places.named(wanted.unit()),
                        AddressId.is(wanted.kind()) ? KindId.of(Long.parseLong(wanted.kind())) : null,
                        wanted.name(),
                        wanted.place(),
                        wanted.host(),
                        count(wanted.groups(), wanted.groupsQualifier()),
                        count(wanted.members(), wanted.membersQualifier())));
        var id = done(outcome, locale);
        return ResponseEntity.created(URI.create("/api/v1/model-sites/" + id)).body(Map.of("id", Long.toString(id)));
    }

    /** The sites of a branch, the newest first. */
    @GetMapping
    @Requires(Right.SEE_MODEL)
    Map<String, Object> list(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "25") int size,
            @RequestParam(required = false) String after,
            Actor actor) {
        var page = lists.of(
                actor,
                places.unit(actor, unit).id(),
                SitePlaces.one(SiteState.class, state),
                after,
                Math.max(1, Math.min(MOST, size)));
        var body = new LinkedHashMap<String, Object>();
        body.put("items", page.items().stream().map(json::line).toList());
        body.put("next", page.next());
        return body;
    }

    /** Kinds, sites, groups and members of a branch as they stood on a day, today when none is asked. */
    @GetMapping("/counts")
    @Requires(Right.SEE_MODEL)
    Map<String, Object> counts(
            @RequestParam(required = false) String unit, @RequestParam(required = false) String on, Actor actor) {
        var asked = SitePlaces.day(on);
        var found = counts.on(places.unit(actor, unit).id(), asked == null ? LocalDate.now(clock) : asked);
        return Map.of("on", found.day(), "alive", found.alive(), "byState", found.byState());
    }

    /** What is alive is open to all who may sign in; the rest is found by its branch alone. */
    @GetMapping("/{id}")
    @OpenToSignedIn
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        return json.whole(sites.find(actor, SiteId.inAddress(id)));
    }

    @PostMapping("/{id}/withdrawal")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ResponseEntity<Void> withdraw(@PathVariable String id, @RequestBody Reasoned reasoned, Actor actor, Locale locale) {
        done(proposals.withdraw(actor, SiteId.inAddress(id), reasoned.reason()), locale);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/measures")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ResponseEntity<Void> propose(
            @PathVariable String id, @RequestBody Proposing proposing, Actor actor, Locale locale) {
        var site = sites.find(actor, SiteId.inAddress(id));
        done(
                measures.propose(
                        actor,
                        site.id(),
                        SitePlaces.one(Measure.Kind.class, proposing.measure()),
                        proposing.reasonCode(),
                        proposing.reason()),
                locale);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/claims")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ResponseEntity<Map<String, Object>> claim(
            @PathVariable String id, @RequestBody Claiming claiming, Actor actor, Locale locale) {
        var site = sites.find(actor, SiteId.inAddress(id));
        var claim = done(claims.enter(actor, site.id(), claiming.claim()), locale);
        return ResponseEntity.created(URI.create("/api/v1/model-sites/" + site.id()))
                .body(Map.of("id", Long.toString(claim)));
    }

    @PostMapping("/{id}/claims/{claim}/choice")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-site")
    ResponseEntity<Void> choose(@PathVariable String id, @PathVariable String claim, Actor actor, Locale locale) {
        var site = sites.find(actor, SiteId.inAddress(id));
        done(claims.choose(actor, site.id(), AddressId.of("claim", claim)), locale);
        return ResponseEntity.noContent().build();
    }

    private static Count count(Integer amount, String qualifier) {
        return new Count(amount == null ? 0 : amount, Qualifier.ofCode(qualifier));
    }

    private long done(SiteOutcome outcome, Locale locale) {
        return places.done(outcome, locale);
    }
}
