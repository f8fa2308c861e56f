package vn.lantoa.models.adoption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.models.Count;
import vn.lantoa.models.SiteFounding;

/** What the service tasks of {@code model-adoption} do, and how the state follows the diagram. */
@Component
public class AdoptionFlow {

    private static final Map<String, AdoptionState> AT = Map.of(
            Words.ANSWER_STEP, AdoptionState.INVITED,
            Words.REVIEW_STEP, AdoptionState.REQUESTED,
            Words.PLAN_STEP, AdoptionState.PLANNING,
            Words.APPROVE_STEP, AdoptionState.APPROVING,
            Words.SET_UP_STEP, AdoptionState.SETTING_UP);

    private final AdoptionRows rows;
    private final AdoptionTerms terms;
    private final AdoptionStory story;
    private final SiteFounding founding;
    private final Clock clock;

    AdoptionFlow(AdoptionRows rows, AdoptionTerms terms, AdoptionStory story, SiteFounding founding, Clock clock) {
        this.rows = rows;
        this.terms = terms;
        this.story = story;
        this.founding = founding;
        this.clock = clock;
    }

    /** Founds the site as it was set up: from now on it has a life of its own, and the adoption waits for its first review. */
    @Transactional
    public void found(DossierKey dossier) {
        var adoption = rows.lock(AdoptionId.of(dossier));
        var as = adoption.plan();
        var site = founding.takenOver(new SiteFounding.TakenOver(
                adoption.kind(),
                adoption.unit(),
                adoption.source(),
                as.name(),
                as.place(),
                as.host(),
                as.foundingNumber(),
                as.foundedOn(),
                Count.exactly(as.groups()),
                Count.exactly(as.members()),
                adoption.setUpBy()));
        rows.founded(adoption.id(), site);
        story.tell(adoption, "founded", null, null, null, as.name());
    }

    /**
     * It has come to an end.
     *
     * @param ending name of the {@link AdoptionState}
     */
    @Transactional
    public void conclude(DossierKey dossier, String ending) {
        var adoption = rows.lock(AdoptionId.of(dossier));
        var end = AdoptionState.valueOf(ending);
        rows.ended(adoption.id(), end);
        story.tell(adoption, end.name(), null, null, null);
        story.ended(adoption, end);
    }

    /** The state is the step the process waits at. Before others hear of the step: they ask when it is due. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void follow(TaskOpened opened) {
        if (opened.step().process().equals(Words.PROCESS)) {
            Optional.ofNullable(AT.get(opened.step().step()))
                    .ifPresent(state -> moveTo(AdoptionId.of(opened.dossier()), state));
        }
    }

    private void moveTo(AdoptionId id, AdoptionState state) {
        var due = state == AdoptionState.SETTING_UP
                ? rows.find(id).map(adoption -> adoption.plan().plannedOn()).orElse(null)
                : terms.due(state, LocalDate.now(clock));
        rows.moveTo(id, state, due);
    }
}
