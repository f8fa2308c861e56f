package vn.lantoa.commendation.privacy.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.privacy.DataRequestOutcome;
import vn.lantoa.commendation.privacy.DataRequests;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Requests about personal data under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/data-requests")
class DataRequestApi {

    private final DataRequests requests;
    private final MessageSource messages;

    DataRequestApi(DataRequests requests, MessageSource messages) {
        this.requests = requests;
        this.messages = messages;
    }

    /** @param nomination its number, e.g. {@code 2026-00012} */
    record Recording(String nomination, String kind, String receivedOn, String channel) {}

    /** What the person's own units answer. */
    @GetMapping
    @OpenToSignedIn
    Map<String, List<Map<String, Object>>> list(Actor actor) {
        return Map.of(
                "items", requests.of(actor).stream().map(DataRequestJson::of).toList());
    }

    @GetMapping("/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "data-request")
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        return DataRequestJson.of(requests.find(actor, DataRequestJson.id(id)));
    }

    /** All that is held, for who carries a request to see out; each reading is logged. */
    @GetMapping("/{id}/extract")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "data-request")
    Map<String, Object> extract(@PathVariable String id, Actor actor) {
        return DataRequestJson.held(requests.extract(actor, DataRequestJson.id(id)));
    }

    @PostMapping
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION)
    ResponseEntity<Map<String, Object>> record(@RequestBody Recording recording, Actor actor, Locale locale) {
        var outcome = requests.record(
                actor,
                recording.nomination(),
                DataRequestJson.kind(recording.kind()),
                DataRequestJson.day(recording.receivedOn()),
                DataRequestJson.channel(recording.channel()));
        if (outcome instanceof DataRequestOutcome.Done done) {
            return ResponseEntity.created(URI.create("/api/v1/data-requests/" + done.id()))
                    .body(Map.of("id", done.id().toString()));
        }
        var refused = (DataRequestOutcome.Refused) outcome;
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setProperty(
                "errors",
                List.of(Map.of(
                        "key",
                        refused.field(),
                        "message",
                        messages.getMessage(refused.message(), refused.args().toArray(), locale))));
        throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }
}
