package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Decisions;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** What the service tasks of {@code nomination} and {@code level-review} do, and how the state follows the diagrams. */
@Component
public class NominationFlow {

    private static final Map<String, NominationState> AT = Map.of(
            Words.DRAFT_STEP, NominationState.DRAFT,
            Words.REVIEW_STEP, NominationState.REVIEW,
            Words.RESERVE_STEP, NominationState.RESERVE,
            Words.HOLD_STEP, NominationState.HELD,
            Words.LOWER_STEP, NominationState.LOWER_OFFERED,
            Words.OBJECTION_STEP, NominationState.OBJECTED,
            Words.COMMITTEE_STEP, NominationState.VOTING,
            Words.SIGN_STEP, NominationState.SIGNING,
            Words.OUTSIDE_STEP, NominationState.OUTSIDE);

    private final NominationRows rows;
    private final ReviewRows reviews;
    private final Eligibility eligibility;
    private final AwardTitles titles;
    private final Decisions decisions;
    private final CommendationStory story;
    private final Units units;
    private final UnitSuccessions successions;
    private final Clock clock;

    NominationFlow(
            NominationRows rows,
            ReviewRows reviews,
            Eligibility eligibility,
            AwardTitles titles,
            Decisions decisions,
            CommendationStory story,
            Units units,
            UnitSuccessions successions,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.eligibility = eligibility;
        this.titles = titles;
        this.decisions = decisions;
        this.story = story;
        this.units = units;
        this.successions = successions;
        this.clock = clock;
    }

    /** Handed in: the proposing unit's own level reviews first. */
    @Transactional
    public void submit(DossierKey dossier) {
        var nomination = rows.lock(NominationId.of(dossier));
        rows.submitted(nomination.id());
        rows.goesTo(nomination.id(), successions.answering(nomination.proposer()));
    }

    /** Put forward by one level: the next one up reviews, by the tree of today. */
    @Transactional
    public void sendUp(DossierKey dossier) {
        var nomination = rows.lock(NominationId.of(dossier));
        var from = unitAt(nomination);
        var superior = units.superiorOf(from.id())
                .orElseThrow(() -> new IllegalStateException(dossier + " has no level above " + from.code()));
        rows.goesTo(nomination.id(), superior);
        story.nomination(
                nomination,
                "sent-up",
                superior,
                null,
                null,
                null,
                units.find(superior).map(Unit::name).orElse(""));
    }

    /** Every level is passed: it waits for the decision, which is not public before its release. */
    @Transactional
    public void submitForDecision(DossierKey dossier) {
        var nomination = rows.lock(NominationId.of(dossier));
        rows.moveTo(nomination.id(), NominationState.DECIDING);
        story.nomination(nomination, "awaits-decision", unitAt(nomination).id(), null, null, null);
    }

    /** The proposer took it back: the passage ends wherever it was. */
    @Transactional
    public void recordWithdrawal(DossierKey dossier) {
        var id = NominationId.of(dossier);
        rows.lock(id);
        reviews.close(id, "WITHDRAWN");
        rows.end(id, NominationState.WITHDRAWN);
    }

    /** A level begins: its passage is opened and eligibility is asked again, as things stand today. */
    @Transactional
    public void enterLevel(DossierKey dossier) {
        var nomination = rows.lock(NominationId.of(dossier));
        var review = reviews.open(nomination, unitAt(nomination));
        reviews.found(review, eligibility.of(nomination.id()));
    }

    /**
     * Asks how this level decides and freezes the answer for this passage.
     *
     * @return {@code posting} and {@code council} for the diagram
     * @throws IllegalStateException when no row of the table holds today
     */
    @Transactional
    public Map<String, Object> applyCouncilRule(DossierKey dossier) {
        var nomination = rows.lock(NominationId.of(dossier));
        var title = title(nomination);
        var found = decisions.ask(
                "council-rule",
                Map.of(
                        "on", LocalDate.now(clock).toString(),
                        "level", unitAt(nomination).level(),
                        "form", title.form().name()));
        if (found.isEmpty()) {
            throw new IllegalStateException("council-rule has no row for " + dossier);
        }
        var rule = CouncilRule.of(found.get(0));
        reviews.freeze(nomination.id(), rule);
        return Map.of("posting", rule.postingDays() > 0, "council", rule.council());
    }

    /** It is posted from now on; whoever keeps the days tells when they are over. */
    @Transactional
    public void openPosting(DossierKey dossier) {
        rows.moveTo(NominationId.of(dossier), NominationState.POSTING);
    }

    /** It waits for the council's vote. */
    @Transactional
    public void callVote(DossierKey dossier) {
        rows.moveTo(NominationId.of(dossier), NominationState.VOTING);
    }

    /**
     * The level has ended.
     *
     * @param result forward, returned, rejected or notThisTime
     * @return what the table of levels asks for
     */
    @Transactional
    public Map<String, Object> closeLevel(DossierKey dossier, String result) {
        var nomination = rows.lock(NominationId.of(dossier));
        var unit = unitAt(nomination);
        reviews.close(nomination.id(), ended(result));
        var told = facts(nomination, unit);
        switch (result) {
            case Words.REJECTED -> rows.end(nomination.id(), NominationState.REJECTED);
            case Words.NOT_THIS_TIME -> rows.end(nomination.id(), NominationState.NOT_THIS_TIME);
            case Words.RETURNED -> rows.goesTo(nomination.id(), null);
            default -> {}
        }
        story.nomination(nomination, "level-" + ended(result), unit.id(), null, null, null, unit.name());
        return told;
    }

    private Map<String, Object> facts(Nomination nomination, Unit unit) {
        var title = title(nomination);
        Map<String, Object> told = new HashMap<>();
        told.put("on", LocalDate.now(clock).toString());
        told.put("level", unit.level());
        told.put("lastLevel", title.lastLevel());
        told.put("outside", title.outside());
        told.put("hasSuperior", units.superiorOf(unit.id()).isPresent());
        return told;
    }

    private static String ended(String result) {
        return switch (result) {
            case Words.FORWARD -> "FORWARDED";
            case Words.RETURNED -> "RETURNED";
            case Words.NOT_THIS_TIME -> "NOT_THIS_TIME";
            default -> "REJECTED";
        };
    }

    /** The state of a nomination is the step its process waits at. */
    @EventListener
    void follow(TaskOpened opened) {
        var process = opened.step().process();
        if (process.equals(Words.NOMINATION) || process.equals(Words.LEVEL_REVIEW)) {
            Optional.ofNullable(AT.get(opened.step().step()))
                    .ifPresent(state -> rows.moveTo(NominationId.of(opened.dossier()), state));
        }
    }

    private Unit unitAt(Nomination nomination) {
        return units.find(successions.answering(nomination.at())).orElseThrow();
    }

    /** A title that ended meanwhile goes on for those who were proposed for it. */
    private AwardTitle title(Nomination nomination) {
        return titles.find(nomination.title(), LocalDate.now(clock))
                .or(() -> titles.lastKnown(nomination.title()))
                .orElseThrow();
    }
}
