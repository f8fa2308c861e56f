package vn.lantoa.tasklist;

import java.time.Instant;
import java.util.List;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Unit;

/**
 * A dossier as one person sees it now.
 *
 * @param unit null when it is unknown
 * @param story what happened, the oldest first
 * @param open every open step of it: who is next
 * @param mine the first open step of which this person holds the post; null when none
 * @param why the answer to "Vì sao việc này đến tôi?"; null without {@code mine}
 * @param reading the form filled in, where nothing is to do; null when the feature gives none
 * @param kept drafts of this person for steps that are not open now
 */
public record DossierView(
        Dossier dossier,
        Unit unit,
        List<Dossier.Fact> facts,
        List<Dossier.Act> acts,
        List<Dossier.Link> links,
        List<Sentence> story,
        List<TaskView> open,
        TaskForm mine,
        TaskReason why,
        Dossier.Reading reading,
        List<Draft> kept) {

    /**
     * One thing that happened.
     *
     * @param person null when the house itself acted
     * @param note what the person wrote, null when nothing
     */
    public record Sentence(Instant at, String text, String person, String note) {}
}
