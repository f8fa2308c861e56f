package vn.lantoa.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import vn.lantoa.organization.Actor;

/**
 * A task opened for work.
 *
 * @param schema the form as expanded
 * @param data what is known, with this person's draft on top unless that is older than the task
 * @param draft null when there is none
 * @param draftShown whether {@code data} holds the draft
 * @param begun the absent person's draft, which {@code data} holds while a stand-in has none of their own; null when none
 * @param outcomes the buttons, by code, in the diagram's order
 * @param holders to whom it can be handed over
 * @param claimedBy the other person who works on it, null when none
 * @param barred message key of what bars this person from the step, null when nothing does: then it can be read, not completed
 */
public record TaskForm(
        TaskView task,
        JsonNode schema,
        Map<String, Object> data,
        Draft draft,
        boolean draftShown,
        Begun begun,
        Map<String, String> outcomes,
        List<Actor> holders,
        String claimedBy,
        String barred) {

    /** A draft of somebody else, by name. */
    public record Begun(String name, Draft draft) {}

    /** The version a draft is saved over, 0 for the first one. */
    public long version() {
        return draft == null ? 0 : draft.version();
    }
}
