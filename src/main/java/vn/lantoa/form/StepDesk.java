package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;

/**
 * Working on an open step from a page of a feature's own, with the same drafts, rights and records as on the page of the task. The task list
 * implements it; a feature knows only this.
 */
public interface StepDesk {

    /** The step as this person finds it, own draft on top; empty when it is not open, or not this person's to do. */
    Optional<Opened> open(Actor actor, DossierKey dossier, String step);

    /** Whether {@link #open} would find it; asks no feature what the form holds, for lists of much that waits. */
    boolean waits(Actor actor, DossierKey dossier, String step);

    /** Keeps answers as this person's draft, whatever stood in it before. */
    void keep(Actor actor, DossierKey dossier, String step, Map<String, Object> answers);

    /** Completes the step. */
    Outcome complete(
            Actor actor, DossierKey dossier, String step, String outcome, Map<String, Object> answers, Locale locale);

    /** @param data what is known and what was typed, by the form's keys and only those */
    record Opened(JsonNode schema, Map<String, Object> data) {}

    /** What became of completing. */
    sealed interface Outcome {

        /** It is done. */
        record Done() implements Outcome {}

        /** The answers are refused; nothing was stored. */
        record Refused(List<Acceptance.FieldError> errors) implements Outcome {}

        /** The step is no longer open, or another person works on it. */
        record Gone() implements Outcome {}
    }
}
