package vn.lantoa.models.catalogue.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.catalogue.CatalogueCounts;
import vn.lantoa.models.catalogue.KindKeeping;
import vn.lantoa.models.catalogue.KindOutcome;
import vn.lantoa.models.catalogue.KindShelf;
import vn.lantoa.models.catalogue.KindText;
import vn.lantoa.models.catalogue.SiteCatalogue;
import vn.lantoa.models.catalogue.SiteLine;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The catalogue under {@code /api/v1}, through the same use cases as its pages. */
@RestController
@RequestMapping("/api/v1")
class CatalogueApi {

    private static final int SHELF = 25;

    private final SiteCatalogue catalogue;
    private final KindShelf shelf;
    private final Claims claims;
    private final KindKeeping keeping;
    private final ModelKinds kinds;
    private final CatalogueWords words;

    CatalogueApi(
            SiteCatalogue catalogue,
            KindShelf shelf,
            Claims claims,
            KindKeeping keeping,
            ModelKinds kinds,
            CatalogueWords words) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.claims = claims;
        this.keeping = keeping;
        this.kinds = kinds;
        this.words = words;
    }

    /** @param another whether the person has seen the kinds called alike and says that this is another */
    record Writing(
            String name,
            String purpose,
            String rules,
            String conditions,
            String costs,
            String lessons,
            boolean another) {

        KindText text() {
            return new KindText(name, purpose, rules, conditions, costs, lessons);
        }
    }

    record Merger(String into) {}

    /** The sites one may see, {@code {items, next}}, and with {@code counts} the four counts of all that the filter asks for. */
    @GetMapping("/model-catalogue")
    @OpenToSignedIn
    Map<String, Object> sites(@ModelAttribute CatalogueAsked asked, Actor actor) {
        var page = catalogue.page(actor, asked.filter());
        var json = new LinkedHashMap<String, Object>();
        json.put("items", page.items().stream().map(CatalogueApi::site).toList());
        json.put("next", page.next());
        json.put("counts", counts(catalogue.counts(actor, asked.filter())));
        return json;
    }

    @GetMapping("/model-kinds")
    @OpenToSignedIn
    Map<String, Object> kinds(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Actor actor) {
        var page = shelf.page(q, after, SHELF);
        var json = new LinkedHashMap<String, Object>();
        json.put("items", page.items().stream().map(card -> kind(card.kind())).toList());
        json.put("next", page.next());
        return json;
    }

    /** One kind with where it lives: per province or sector union its counts, those overdue for review apart. */
    @GetMapping("/model-kinds/{id}")
    @OpenToSignedIn
    Map<String, Object> kind(@PathVariable String id, Actor actor) {
        var kind = kinds.find(KindId.inAddress(id)).orElseThrow(() -> new NotVisible("model kind " + id));
        var json = kind(kind);
        json.put("branches", shelf.branches(kind.id()));
        json.put(
                "claims",
                claims.of(kind.id()).stream().map(Claims.Claim::asData).toList());
        return json;
    }

    @PostMapping("/model-kinds")
    @Requires(Right.SPREAD_MODEL)
    ResponseEntity<Map<String, Object>> enter(@RequestBody Writing writing, Actor actor, Locale locale) {
        var done = done(keeping.enter(actor, writing.text(), writing.another()), locale);
        return ResponseEntity.created(URI.create("/api/v1/model-kinds/" + done)).body(Map.of("id", done.toString()));
    }

    @PutMapping("/model-kinds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    void edit(@PathVariable String id, @RequestBody Writing writing, Actor actor, Locale locale) {
        done(keeping.edit(actor, KindId.inAddress(id), writing.text(), writing.another()), locale);
    }

    @PostMapping("/model-kinds/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    void withdraw(@PathVariable String id, Actor actor, Locale locale) {
        done(keeping.offer(actor, KindId.inAddress(id), false), locale);
    }

    @PostMapping("/model-kinds/{id}/offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    void offer(@PathVariable String id, Actor actor, Locale locale) {
        done(keeping.offer(actor, KindId.inAddress(id), true), locale);
    }

    @PostMapping("/model-kinds/{id}/merger")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL, of = "model-kind")
    void merge(@PathVariable String id, @RequestBody Merger merger, Actor actor, Locale locale) {
        var into = AddressId.is(merger.into()) ? Long.parseLong(merger.into()) : 0;
        done(keeping.merge(actor, KindId.inAddress(id), KindId.of(into)), locale);
    }

    private KindId done(KindOutcome outcome, Locale locale) {
        if (outcome instanceof KindOutcome.Done done) {
            return done.id();
        }
        if (outcome instanceof KindOutcome.Conflict conflict) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words.word(conflict.message(), locale));
            throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
        }
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setProperty("errors", errors(outcome, locale));
        throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }

    private List<Map<String, String>> errors(KindOutcome outcome, Locale locale) {
        if (outcome instanceof KindOutcome.Refused refused) {
            return refused.errors().entrySet().stream()
                    .map(error -> error(error.getKey(), words.word(error.getValue(), locale)))
                    .toList();
        }
        var known = (KindOutcome.Known) outcome;
        var same = !known.same().isEmpty();
        return (same ? known.same() : known.near())
                .stream()
                        .map(kind -> error(
                                "name",
                                words.word(
                                        same ? "models.kind.refused.same" : "models.kind.refused.near",
                                        locale,
                                        kind.id().toString())))
                        .toList();
    }

    private static Map<String, String> error(String key, String message) {
        return Map.of("key", key, "message", message);
    }

    private static Map<String, Object> kind(ModelKind kind) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", kind.id().toString());
        json.put("code", kind.code());
        json.put("name", kind.name());
        json.put("purpose", kind.purpose());
        json.put("rules", kind.rules());
        json.put("conditions", kind.conditions());
        json.put("costs", kind.costs());
        json.put("lessons", kind.lessons());
        json.put("state", kind.state());
        json.put(
                "mergedInto",
                kind.mergedInto() == null ? null : kind.mergedInto().toString());
        json.put("keeper", kind.keeper().toString());
        return json;
    }

    private static Map<String, Object> site(SiteLine line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", line.id().toString());
        json.put("number", line.number());
        json.put("name", line.name());
        json.put("place", line.place());
        json.put("kind", Map.of("id", line.kind().toString(), "name", line.kindName()));
        json.put("unit", Map.of("id", line.unit().toString(), "name", line.unitName()));
        json.put("branch", line.branch());
        json.put("state", line.state());
        json.put("level", line.level());
        json.put(
                "groups",
                Map.of(
                        "value",
                        line.groups().amount(),
                        "qualifier",
                        line.groups().qualifier().code()));
        json.put(
                "members",
                Map.of(
                        "value",
                        line.members().amount(),
                        "qualifier",
                        line.members().qualifier().code()));
        json.put("reviewDue", line.due());
        return json;
    }

    private static Map<String, Object> counts(CatalogueCounts counts) {
        return Map.of(
                "alive", counts.alive(),
                "reviewOverdue", counts.overdue(),
                "inexact", counts.inexact(),
                "others", counts.others());
    }
}
