package vn.lantoa.commendation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.form.Acceptance;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;

/** The same step of many nominations completed in one act, each by the way of its own step: one's trouble leaves the others done. */
@Component
public class ManyNominations {

    private final StepDesk steps;
    private final NominationRows rows;
    private final TransactionTemplate transaction;
    private final MessageSource messages;

    ManyNominations(StepDesk steps, NominationRows rows, TransactionTemplate transaction, MessageSource messages) {
        this.steps = steps;
        this.rows = rows;
        this.transaction = transaction;
        this.messages = messages;
    }

    /**
     * What became of one.
     *
     * @param number as people call the nomination; never a name
     * @param message in words
     */
    public record Result(NominationId nomination, String number, boolean done, String message) {}

    /** Whether this step of the nomination is open and this person's to do. */
    public boolean waits(Actor actor, NominationId nomination, String step) {
        return steps.waits(actor, nomination.dossier(), step);
    }

    /**
     * Completes one in a transaction of its own.
     *
     * @param answers of the step's form; keys it does not ask for are left out
     */
    public Result complete(
            Actor actor,
            Nomination nomination,
            String step,
            String outcome,
            Map<String, Object> answers,
            Locale locale) {
        try {
            return transaction.execute(status -> {
                var outcomeOf = steps.complete(actor, nomination.id().dossier(), step, outcome, answers, locale);
                if (outcomeOf instanceof StepDesk.Outcome.Refused refused) {
                    status.setRollbackOnly();
                    return result(nomination, false, words(refused.errors()));
                }
                return outcomeOf instanceof StepDesk.Outcome.Done
                        ? result(nomination, true, word("slate.result." + outcome, locale))
                        : gone(nomination, locale);
            });
        } catch (NotAllowed barred) {
            return result(nomination, false, word("slate.result.barred", locale));
        } catch (TaskGone | NotVisible | ConcurrencyFailureException | UnexpectedRollbackException quicker) {
            return gone(nomination, locale);
        }
    }

    /** What is said of one that is not where it was when the page was opened: where it stands now, or that another person is at it. */
    public Result gone(Nomination nomination, Locale locale) {
        var state = rows.find(nomination.id()).map(Nomination::state).orElse(nomination.state());
        return result(
                nomination,
                false,
                messages.getMessage(
                        "slate.result.gone", new Object[] {word("nomination.state." + state, locale)}, locale));
    }

    private static String words(List<Acceptance.FieldError> errors) {
        return errors.stream().map(Acceptance.FieldError::message).distinct().collect(Collectors.joining(" "));
    }

    private static Result result(Nomination nomination, boolean done, String message) {
        return new Result(nomination.id(), nomination.number(), done, message);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
