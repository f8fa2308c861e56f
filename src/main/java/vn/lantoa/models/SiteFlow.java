package vn.lantoa.models;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.TaskOpened;

/** What the service tasks of {@code model-lifecycle} do, and how the state follows the diagram. */
@Component
public class SiteFlow {

    /** The state of a site that is not yet recognised is the step its process waits at. */
    private static final Map<String, SiteState> AT = Map.of(
            Words.DRAFT_STEP, SiteState.DRAFT,
            Words.REGISTER_STEP, SiteState.SUBMITTED,
            Words.START_STEP, SiteState.REGISTERED,
            Words.TRIAL_STEP, SiteState.UNDER_TRIAL,
            Words.APPRAISE_STEP, SiteState.PROPOSED,
            Words.DECIDE_STEP, SiteState.APPRAISED);

    private final SiteRows rows;
    private final SiteStates states;
    private final Appraisals appraisals;
    private final Recognitions recognitions;
    private final Reviews reviews;
    private final Twins twins;
    private final ModelRules rules;
    private final SiteStory story;
    private final SiteNotices notices;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SiteFlow(
            SiteRows rows,
            SiteStates states,
            Appraisals appraisals,
            Recognitions recognitions,
            Reviews reviews,
            Twins twins,
            ModelRules rules,
            SiteStory story,
            SiteNotices notices,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.states = states;
        this.appraisals = appraisals;
        this.recognitions = recognitions;
        this.reviews = reviews;
        this.twins = twins;
        this.rules = rules;
        this.story = story;
        this.notices = notices;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Handed in: whoever proposed the same is told. */
    @Transactional
    public void submit(DossierKey dossier) {
        twins.link(rows.lock(SiteId.of(dossier)));
    }

    /**
     * Recognised, or recognised by a higher level: it is alive, counted as appraised, and its first review gets a day unless it has one (it
     * was taken over, or is alive already).
     */
    @Transactional
    public void recognise(DossierKey dossier) {
        var id = SiteId.of(dossier);
        var site = rows.lock(id);
        var highest = recognitions.highest(id).orElseThrow();
        var today = LocalDate.now(clock);
        rows.recognisedBy(id, highest.level());
        appraisals.last(id).ifPresent(appraisal -> states.counted(id, appraisal.counts(), today));
        if (site.reviewDue() == null) {
            rows.reviewDue(id, today.plusMonths(rules.number("REVIEW_MONTHS", today)));
        }
        if (!site.state().alive()) {
            states.enter(id, SiteState.ACTIVE);
        }
        story.site(rows.find(id).orElseThrow(), "recognised", null, null, null, highest.number());
        notices.tell(site, "recognised", highest.number());
    }

    /**
     * A review was entered: the site keeps its standing or needs repair, and the next review gets a day.
     *
     * @return {@code repair} for the diagram: whether a repair begins; one that runs already goes on
     */
    @Transactional
    public Map<String, Object> applyReview(DossierKey dossier) {
        var id = SiteId.of(dossier);
        var site = rows.lock(id);
        var review = reviews.last(id).orElseThrow();
        var on = LocalDate.now(clock);
        rows.reviewDue(id, review.heldOn().plusMonths(rules.number("REVIEW_MONTHS", on)));
        var alive = site.state().alive();
        var repair = alive && !review.keeps() && !reviews.needsRepair(id);
        if (repair) {
            reviews.openRepair(id);
        }
        if (alive) {
            states.enter(id, reviews.needsRepair(id) ? SiteState.NEEDS_REPAIR : SiteState.ACTIVE);
        }
        events.publishEvent(new SiteReviewed(id, review.keeps()));
        return Map.of("repair", repair);
    }

    /** The life of the site is over, and with it every recognition in force. */
    @Transactional
    public void end(DossierKey dossier, String end) {
        var id = SiteId.of(dossier);
        var site = rows.lock(id);
        var as = SiteState.valueOf(end);
        var reason = jdbc.sql("select coalesce(end_reason, '') from model_site where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        recognitions.end(id, as, LocalDate.now(clock), reason.isEmpty() ? null : reason);
        rows.recognisedBy(id, null);
        rows.reviewDue(id, null);
        rows.overdueSettled(id, null);
        states.enter(id, as);
        story.site(site, "ended-" + as, null, null, reason.isEmpty() ? null : reason);
        if (as != SiteState.WITHDRAWN) {
            notices.tell(site, "ended-" + as);
        }
        events.publishEvent(new SiteEnded(id, as));
    }

    /** A site that is recognised keeps its state while a higher level weighs it. */
    @EventListener
    void follow(TaskOpened opened) {
        if (opened.step().process().equals(Words.PROCESS)) {
            var id = SiteId.of(opened.dossier());
            Optional.ofNullable(AT.get(opened.step().step()))
                    .filter(state -> recognitions.highest(id).isEmpty())
                    .ifPresent(state -> states.enter(id, state));
        }
    }
}
