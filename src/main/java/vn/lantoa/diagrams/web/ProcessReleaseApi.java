package vn.lantoa.diagrams.web;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.diagrams.DraftChanges;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.diagrams.ProcessOffers;
import vn.lantoa.diagrams.ProcessReleases;
import vn.lantoa.diagrams.ProcessWithdrawals;
import vn.lantoa.diagrams.ReleaseOutcome;
import vn.lantoa.diagrams.moves.MoveOrder;
import vn.lantoa.diagrams.moves.MoveOrders;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** Changes, releases, restorations and moves under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1")
class ProcessReleaseApi {

    private final DraftChanges changes;
    private final ProcessOffers offers;
    private final ProcessReleases releases;
    private final MoveOrders orders;
    private final ProcessWithdrawals withdrawals;
    private final ProcessReleasePages pages;
    private final ChangeWords words;

    ProcessReleaseApi(
            DraftChanges changes,
            ProcessOffers offers,
            ProcessReleases releases,
            MoveOrders orders,
            ProcessWithdrawals withdrawals,
            ProcessReleasePages pages,
            ChangeWords words) {
        this.changes = changes;
        this.offers = offers;
        this.releases = releases;
        this.orders = orders;
        this.withdrawals = withdrawals;
        this.pages = pages;
        this.words = words;
    }

    record Reasoned(String reason) {

        static String of(Reasoned body) {
            return body == null || body.reason() == null ? "" : body.reason();
        }
    }

    /** @param version of the draft that was looked at */
    record Releasing(long version) {}

    /** @param version the number of the one to bring back */
    record Restoring(int version, String reason) {}

    /** @param from the number of the version whose cases go to the newest */
    record Moving(int from, String reason) {}

    /** Sentences by file, and the running cases: {@code {files, touched}}. */
    @GetMapping("/process-drafts/{id}/changes")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    Map<String, Object> changes(@PathVariable long id, Actor actor, Locale locale) {
        var found = changes.of(actor, new DraftId(id));
        var touched = changes.touched(actor, new DraftId(id));
        return Map.of(
                "files",
                words.of(found, locale),
                "touched",
                Map.of(
                        "cases", touched.cases(),
                        "onTouchedSteps", touched.onTouchedSteps(),
                        "movable", touched.movable(),
                        "older", touched.older(),
                        "foreseen", touched.foreseen()));
    }

    @PostMapping("/process-drafts/{id}/offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    void offer(@PathVariable long id, @RequestBody(required = false) Reasoned body, Actor actor, Locale locale) {
        done(offers.offer(actor, new DraftId(id), Reasoned.of(body)), locale);
    }

    @PostMapping("/process-drafts/{id}/release")
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    Map<String, Object> release(
            @PathVariable long id, @RequestBody(required = false) Releasing body, Actor actor, Locale locale) {
        var done = done(releases.release(actor, new DraftId(id), body == null ? 0 : body.version()), locale);
        return Map.of("definition", done.definition());
    }

    @PostMapping("/process-drafts/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    void giveBack(@PathVariable long id, @RequestBody(required = false) Reasoned body, Actor actor, Locale locale) {
        done(offers.giveBack(actor, new DraftId(id), Reasoned.of(body)), locale);
    }

    @PostMapping("/process-drafts/{id}/rebase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    void rebase(@PathVariable long id, Actor actor, Locale locale) {
        done(offers.rebase(actor, new DraftId(id)), locale);
    }

    @PostMapping("/processes/{process}/restorations")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    Map<String, Object> restore(
            @PathVariable String process, @RequestBody(required = false) Restoring body, Actor actor, Locale locale) {
        var asked = body == null ? new Restoring(0, "") : body;
        var reason = asked.reason() == null ? "" : asked.reason();
        var done = done(releases.restore(actor, process, asked.version(), reason), locale);
        return Map.of("definition", done.definition());
    }

    /** 202: the cases are moved one after the other; the answer names the order to look at. */
    @PostMapping("/processes/{process}/moves")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ResponseEntity<Map<String, Object>> move(
            @PathVariable String process, @RequestBody(required = false) Moving body, Actor actor, Locale locale) {
        var asked = body == null ? new Moving(0, "") : body;
        var outcome = orders.order(actor, process, asked.from(), asked.reason() == null ? "" : asked.reason());
        if (outcome instanceof MoveOrders.Ordered.Refused refused) {
            throw problem(HttpStatus.UNPROCESSABLE_ENTITY, words.say(refused.key(), locale));
        }
        return ResponseEntity.accepted().body(Map.of("id", String.valueOf(((MoveOrders.Ordered.Begun) outcome).id())));
    }

    @PostMapping("/processes/{process}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    void withdraw(
            @PathVariable String process, @RequestBody(required = false) Reasoned body, Actor actor, Locale locale) {
        done(withdrawals.withdraw(actor, process, Reasoned.of(body)), locale);
    }

    @PostMapping("/processes/{process}/reinstatement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    void reinstate(
            @PathVariable String process, @RequestBody(required = false) Reasoned body, Actor actor, Locale locale) {
        done(withdrawals.reinstate(actor, process, Reasoned.of(body)), locale);
    }

    private void done(ProcessWithdrawals.Outcome outcome, Locale locale) {
        if (outcome instanceof ProcessWithdrawals.Outcome.Refused refused) {
            throw problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    words.say(refused.key(), locale, String.join(", ", refused.callers())));
        }
    }

    @GetMapping("/process-moves/{id}")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-move")
    Map<String, Object> move(@PathVariable long id, Actor actor, Locale locale) {
        var order = orders.find(actor, id);
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(order.id()));
        json.put("process", order.process());
        json.put("waiting", order.counts().waiting());
        json.put("moved", order.counts().moved());
        json.put("refused", order.counts().refused());
        json.put("gone", order.counts().gone());
        json.put("ended", order.endedAt().isPresent());
        json.put(
                "stayed",
                orders.items(actor, id, MoveOrder.State.REFUSED).stream()
                        .map(item -> Map.of(
                                "dossier", item.dossier().orElse(""), "reasons", reasons(item.reasons(), locale)))
                        .toList());
        return json;
    }

    private List<String> reasons(List<MoveOrder.Obstacle> reasons, Locale locale) {
        return reasons.stream()
                .map(reason -> words.obstacle(reason.key(), reason.details(), locale))
                .toList();
    }

    private ReleaseOutcome.Done done(ReleaseOutcome outcome, Locale locale) {
        if (outcome instanceof ReleaseOutcome.Refused refused) {
            var problem = problem(
                    HttpStatus.valueOf(ProcessReleasePages.status(refused).value()), pages.refusal(refused, locale));
            problem.getBody().setProperty("reason", refused.why().name());
            if (!refused.findings().isEmpty()) {
                problem.getBody().setProperty("findings", pages.said(refused.findings(), locale));
            }
            throw problem;
        }
        return (ReleaseOutcome.Done) outcome;
    }

    private static ErrorResponseException problem(HttpStatus status, String words) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, words), null);
    }
}
