package vn.lantoa.reporting.campaign.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignOutcome;

/** What became of an act on a campaign, as the API says it: a conflict is 409, what cannot be right 422 at its field. */
@Component
class CampaignProblems {

    private final MessageSource messages;

    CampaignProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws ErrorResponseException unless it is done */
    CampaignId done(CampaignOutcome outcome, Locale locale) {
        if (outcome instanceof CampaignOutcome.Refused refused) {
            throw refused(refused.field(), refused.message(), refused.args(), locale);
        }
        if (outcome instanceof CampaignOutcome.Conflict conflict) {
            var words = messages.getMessage(conflict.message(), conflict.args().toArray(), locale);
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words), null);
        }
        return ((CampaignOutcome.Done) outcome).campaign();
    }

    ErrorResponseException refused(String field, String message, List<Object> args, Locale locale) {
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        problem.setProperty(
                "errors",
                List.of(Map.of("key", field, "message", messages.getMessage(message, args.toArray(), locale))));
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }
}
