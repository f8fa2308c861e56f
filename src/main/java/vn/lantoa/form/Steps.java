package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.PersonId;

/** How a feature takes part in the steps of its process: one bean per process. */
public interface Steps {

    /** The id of the process in the diagram. */
    String process();

    /** Expands the deployed schema for this dossier and says what is known already. */
    Questionnaire open(Step step, JsonNode schema, Actor actor);

    /**
     * Takes answers that the form has accepted, writes them where they belong and says what the process needs to know.
     * Runs inside the transaction that completes the task.
     */
    Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor);

    /** What of answers that nobody handed in yet may be kept; all of it, unless the feature says otherwise. */
    default Map<String, Object> draft(Step step, Map<String, Object> answers) {
        return answers;
    }

    /**
     * Whether the feature also opens and takes steps that an administrator drew into its process; else they are opened as they are drawn, and
     * what is answered is kept with the decision and decides nothing but the outcome.
     */
    default boolean takesAddedSteps() {
        return false;
    }

    /**
     * One step of one dossier.
     *
     * @param step the id of the user task in the diagram
     * @param acting how the actor does it, {@link Acting#UNSAID} while nobody completes it
     */
    record Step(String process, String step, String taskId, DossierKey dossier, Acting acting) {}

    /**
     * How somebody does a step, as things stand on the day: what a document says beside the signature.
     *
     * @param capacity null when unsaid
     * @param insteadOf the holder of the post in whose place a stand-in acts, null when nobody
     */
    record Acting(Capacity capacity, PersonId insteadOf) {

        public static final Acting UNSAID = new Acting(null, null);
    }

    /** What the feature says to accepted answers. */
    sealed interface Verdict {

        /** Stored. {@code variables} are only what gateways decide on; {@code note} goes to the timeline, may be null. */
        record Taken(Map<String, Object> variables, String note) implements Verdict {}

        /** The rules of the feature refuse them; nothing may have been written. */
        record Refused(List<Acceptance.FieldError> errors) implements Verdict {}
    }
}
