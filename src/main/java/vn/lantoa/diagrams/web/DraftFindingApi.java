package vn.lantoa.diagrams.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.diagrams.DraftFindings;
import vn.lantoa.diagrams.DraftId;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** What the check found in a draft, under {@code /api/v1}; the editor marks elements by it. */
@RestController
@RequestMapping("/api/v1/process-drafts/{id}/findings")
class DraftFindingApi {

    private final DraftFindings findings;
    private final FindingWords words;
    private final MessageSource messages;

    DraftFindingApi(DraftFindings findings, FindingWords words, MessageSource messages) {
        this.findings = findings;
        this.words = words;
        this.messages = messages;
    }

    /**
     * Why a warning may stand.
     *
     * @param finding its {@code key}
     */
    record Reason(String finding, String reason) {}

    /** {@code {blocked, items}}, errors first. */
    @GetMapping
    @Requires(value = Right.RELEASE_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    Map<String, Object> all(@PathVariable long id, Actor actor, Locale locale) {
        return words.json(findings.of(actor, new DraftId(id)), locale);
    }

    /** 204, or 409 when the draft is closed, 422 with what is wrong. */
    @PostMapping("/reasons")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Right.DRAW_PROCESS, sight = Right.RELEASE_PROCESS, of = "process-draft")
    void reason(@PathVariable long id, @RequestBody Reason reason, Actor actor, Locale locale) {
        var reasoned = findings.reason(actor, new DraftId(id), reason.finding(), reason.reason());
        if (reasoned instanceof DraftFindings.Reasoned.Refused refused) {
            var said = messages.getMessage("process.findings.refused." + refused.why(), null, locale);
            var closed = refused.why() == DraftFindings.Why.CLOSED;
            var status = closed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
            var problem = ProblemDetail.forStatusAndDetail(status, said);
            if (!closed) {
                problem.setProperty(
                        "errors",
                        List.of(Map.of(
                                "key",
                                refused.why() == DraftFindings.Why.NO_SUCH_WARNING ? "finding" : "reason",
                                "message",
                                said)));
            }
            throw new ErrorResponseException(status, problem, null);
        }
    }
}
