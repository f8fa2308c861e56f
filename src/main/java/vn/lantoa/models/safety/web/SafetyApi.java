package vn.lantoa.models.safety.web;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.models.safety.SafetyCommitments;
import vn.lantoa.models.safety.SafetyCorrections;
import vn.lantoa.models.safety.SafetyDecision;
import vn.lantoa.models.safety.SafetyFileId;
import vn.lantoa.models.safety.SafetyFiles;
import vn.lantoa.models.safety.SafetyLists;
import vn.lantoa.models.safety.SafetyOutcome;
import vn.lantoa.models.safety.SafetyOverview;
import vn.lantoa.models.safety.SafetyResult;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Yearly files, outside decisions and commitments under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1")
class SafetyApi {

    private final SafetyFiles files;
    private final SafetyOverview overview;
    private final SafetyLists lists;
    private final SafetyCorrections corrections;
    private final SafetyCommitments commitments;
    private final SafetyPlaces places;

    SafetyApi(
            SafetyFiles files,
            SafetyOverview overview,
            SafetyLists lists,
            SafetyCorrections corrections,
            SafetyCommitments commitments,
            SafetyPlaces places) {
        this.files = files;
        this.overview = overview;
        this.lists = lists;
        this.corrections = corrections;
        this.commitments = commitments;
        this.places = places;
    }

    record Opening(Integer year) {}

    /** @param reason of a correction, null for a first count */
    record Count(String countedOn, Integer people, Integer units, String reason) {}

    /** A result put right; {@code reason} says why. */
    record Righted(String result, String number, String decidedOn, String issuer, String reason) {}

    @GetMapping("/units/{id}/safety-files")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL, of = "unit")
    Map<String, Object> files(@PathVariable String id, Actor actor) {
        return Map.of(
                "items",
                files.of(actor, UnitId.inAddress(id)).stream()
                        .map(SafetyJson::of)
                        .toList());
    }

    @PostMapping("/units/{id}/safety-files")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ResponseEntity<Map<String, Object>> open(
            @PathVariable String id, @RequestBody Opening opening, Actor actor, Locale locale) {
        return made("/api/v1/safety-files/", files.open(actor, UnitId.inAddress(id), opening.year()), locale);
    }

    @GetMapping("/safety-files/{id}")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL, of = "safety-file")
    Map<String, Object> file(@PathVariable String id, Actor actor) {
        return SafetyJson.of(files.find(actor, SafetyFileId.inAddress(id)));
    }

    /** Counts of the branch by direct subordinates, and both registers of results, apart from each other. */
    @GetMapping("/units/{id}/safety")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL, of = "unit")
    Map<String, Object> branch(@PathVariable String id, @RequestParam(required = false) String year, Actor actor) {
        var unit = UnitId.inAddress(id);
        var branch = overview.of(actor, unit, places.year(year));
        var json = new LinkedHashMap<String, Object>();
        json.put("year", branch.year());
        json.put("total", branch.total());
        json.put(
                "units",
                branch.lines().stream()
                        .map(line -> Map.of(
                                "unit",
                                Map.of(
                                        "id", line.unit().id().toString(),
                                        "code", line.unit().code(),
                                        "name", line.unit().name()),
                                "counts",
                                line.counts()))
                        .toList());
        json.put("recognitions", register(actor, unit, SafetyDecision.Kind.RECOGNITION, branch.year()));
        json.put("ratings", register(actor, unit, SafetyDecision.Kind.RATING, branch.year()));
        return json;
    }

    private List<Map<String, Object>> register(Actor actor, UnitId unit, SafetyDecision.Kind kind, int year) {
        return overview.results(actor, unit, kind, year).stream()
                .map(SafetyJson::of)
                .toList();
    }

    /** Takes the list of a decision whole, or answers 422 with every error and difference and takes nothing. */
    @PostMapping("/units/{id}/safety-decisions")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ResponseEntity<Map<String, Object>> decide(
            @PathVariable String id, @RequestBody Listed listed, Actor actor, Locale locale) {
        var look = lists.apply(actor, UnitId.inAddress(id), listed.draft());
        if (look.sound()) {
            return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("results", look.lines()));
        }
        var errors = new java.util.ArrayList<Map<String, Object>>();
        look.faults().forEach(one -> errors.add(error(one.field(), one.message(), locale, one.args())));
        look.troubles().forEach(one -> errors.add(error("rows." + one.line(), one.message(), locale, one.args())));
        look.differences()
                .forEach(one -> errors.add(error(
                        "totals." + one.result(),
                        "safety.list.difference",
                        locale,
                        List.of(
                                places.say("safety.result." + one.result(), locale),
                                one.stated(),
                                one.counted(),
                                one.counted() - one.stated()))));
        throw refused(HttpStatus.UNPROCESSABLE_ENTITY, errors);
    }

    /** Puts another result in the place of a wrong one, which stays: 201 with the id of what counts now. */
    @PostMapping("/safety-results/{id}/correction")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "safety-result")
    ResponseEntity<Map<String, Object>> right(
            @PathVariable String id, @RequestBody Righted righted, Actor actor, Locale locale) {
        var right = new SafetyCorrections.Correction(
                SafetyResult.written(righted.result()).orElse(null),
                righted.number(),
                SafetyJson.day(righted.decidedOn()),
                righted.issuer(),
                righted.reason());
        return made(null, corrections.correct(actor, AddressId.of("safety result", id), right), locale);
    }

    @GetMapping("/units/{id}/safety-commitments")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL, of = "unit")
    Map<String, Object> commitments(@PathVariable String id, @RequestParam(required = false) String year, Actor actor) {
        return Map.of(
                "items",
                commitments.of(actor, UnitId.inAddress(id), places.year(year)).stream()
                        .map(SafetyJson::of)
                        .toList());
    }

    @PostMapping("/units/{id}/safety-commitments")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ResponseEntity<Map<String, Object>> commit(
            @PathVariable String id, @RequestBody Count count, Actor actor, Locale locale) {
        return made(null, commitments.enter(actor, UnitId.inAddress(id), entry(count)), locale);
    }

    @PostMapping("/safety-commitments/{id}/correction")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "safety-commitment")
    ResponseEntity<Map<String, Object>> correct(
            @PathVariable String id, @RequestBody Count count, Actor actor, Locale locale) {
        var outcome = commitments.correct(actor, AddressId.of("commitment", id), entry(count), count.reason());
        return made(null, outcome, locale);
    }

    private static SafetyCommitments.Entry entry(Count count) {
        return new SafetyCommitments.Entry(SafetyJson.day(count.countedOn()), count.people(), count.units());
    }

    private ResponseEntity<Map<String, Object>> made(String path, SafetyOutcome outcome, Locale locale) {
        if (outcome instanceof SafetyOutcome.Refused refused) {
            throw refused(
                    refused.taken() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
                    List.of(error(refused.field(), refused.message(), locale, refused.args())));
        }
        var id = Long.toString(((SafetyOutcome.Done) outcome).id());
        var answer = path == null
                ? ResponseEntity.status(HttpStatus.CREATED)
                : ResponseEntity.created(URI.create(path + id));
        return answer.body(Map.of("id", id));
    }

    private Map<String, Object> error(String key, String message, Locale locale, List<Object> args) {
        return Map.of("key", key, "message", places.say(message, locale, args.toArray()));
    }

    private static ErrorResponseException refused(HttpStatus status, List<Map<String, Object>> errors) {
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty("errors", errors);
        return new ErrorResponseException(status, problem, null);
    }
}
