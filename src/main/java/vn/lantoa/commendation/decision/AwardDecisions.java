package vn.lantoa.commendation.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.commendation.AwardTitle;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.LevelLock;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.NomineeAccess;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/**
 * Decisions on commendations up to the leader's approval: drafted by the officer from what waits for a decision, struck lines with a reason,
 * approved by another person. Until the release nobody below the unit learns of it.
 */
@Component
public class AwardDecisions {

    /** A decision's document is its only one. */
    static final int REVISION = 1;

    /** What stands for the season of a unit that takes part in none. */
    public static final long NO_SEASON = 0;

    private static final int LONGEST_REASON = 500;

    private final DecisionRows rows;
    private final DecisionLists lists;
    private final DecisionWords words;
    private final Nominations nominations;
    private final AwardTitles titles;
    private final NomineeAccess readings;
    private final LevelLock level;
    private final OutgoingDocuments documents;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    AwardDecisions(
            DecisionRows rows,
            DecisionLists lists,
            DecisionWords words,
            Nominations nominations,
            AwardTitles titles,
            NomineeAccess readings,
            LevelLock level,
            OutgoingDocuments documents,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.lists = lists;
        this.words = words;
        this.nominations = nominations;
        this.titles = titles;
        this.readings = readings;
        this.level = level;
        this.documents = documents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads a decision; who reads nominees' names is written down.
     *
     * @throws NotVisible when the person sees no nominations of the deciding unit: a decision is not shown below it
     */
    @Transactional
    public DecisionView find(Actor actor, DecisionId id, String purpose) {
        var decision = rows.find(id).orElseThrow(() -> new NotVisible("decision " + id));
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, decision.unit());
        var items = lists.of(decision);
        readings.log(actor, items.stream().map(DecisionItem::nomination).toList(), purpose);
        return new DecisionView(
                decision,
                items,
                lists.document(decision).map(one -> one.inWords()).orElse(null),
                lists.date(decision),
                rows.annulled(id),
                rows.about(id),
                lists.paidMeanwhile(decision));
    }

    /** The decisions of a unit in a season, the newest first. */
    @Transactional(readOnly = true)
    public List<Decision> of(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return rows.of(unit, season);
    }

    /** What waits for a decision of this unit and stands on no list yet. */
    @Transactional(readOnly = true)
    public List<Nomination> waiting(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        var deciding = nominations.inState(unit, season, NominationState.DECIDING);
        var taken =
                new HashSet<>(rows.taken(deciding.stream().map(Nomination::id).toList()));
        return deciding.stream().filter(one -> !taken.contains(one.id())).toList();
    }

    /**
     * Drafts a decision of one title.
     *
     * @param chosen nominations that wait for it; empty takes all of the title
     */
    @Transactional
    public DecisionOutcome draft(Actor actor, UnitId unit, long season, String title, Collection<NominationId> chosen) {
        access.require(actor, Right.SEE_NOMINATION, Right.REVIEW_NOMINATION, unit);
        var award = titles.find(title, LocalDate.now(clock));
        if (award.isEmpty() || season == NO_SEASON) {
            return DecisionOutcome.Refused.at("title", "title");
        }
        level.hold(unit, season);
        var waiting = waiting(actor, unit, season).stream()
                .filter(one -> title.equals(one.title()))
                .filter(one -> chosen.isEmpty() || chosen.contains(one.id()))
                .toList();
        if (waiting.isEmpty() || !chosen.isEmpty() && waiting.size() < new HashSet<>(chosen).size()) {
            return DecisionOutcome.Conflict.of("not-waiting");
        }
        return new DecisionOutcome.Done(write(actor, unit, season, award.get(), waiting));
    }

    private DecisionId write(Actor actor, UnitId unit, long season, AwardTitle award, List<Nomination> chosen) {
        var nominees = nominations.nominees(chosen.stream().map(Nomination::id).toList());
        var ordered = chosen.stream()
                .sorted(Comparator.<Nomination, Boolean>comparing(
                                one -> !nominees.get(one.id()).collective())
                        .thenComparing(one -> VietnameseText.sortKey(java.util.Objects.requireNonNullElse(
                                nominees.get(one.id()).name(), ""))))
                .toList();
        var id = rows.insert(
                unit,
                season,
                Decision.Kind.AWARD,
                null,
                award.code(),
                award.name(),
                null,
                VerificationCode.make(),
                actor);
        for (var place = 0; place < ordered.size(); place++) {
            var one = ordered.get(place);
            rows.add(id, place + 1, one, nominees.get(one.id()).collective());
        }
        record("decision.drafted", actor, rows.find(id).orElseThrow(), Map.of("lines", ordered.size()));
        return id;
    }

    /** Takes a line off the list, with a reason; what was approved must be approved again, its number stays. */
    @Transactional
    public DecisionOutcome strike(Actor actor, DecisionId id, long item, String reason) {
        var decision = held(actor, id, Right.REVIEW_NOMINATION);
        if (!decision.pending()) {
            return DecisionOutcome.Conflict.of("released");
        }
        var why = VietnameseText.clean(reason == null ? "" : reason);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            return DecisionOutcome.Refused.at("reason", "reason");
        }
        var standing = rows.items(id).stream().filter(DecisionItem::stands).toList();
        if (standing.stream().noneMatch(one -> one.id() == item)) {
            return DecisionOutcome.Conflict.of("struck");
        }
        rows.strike(item, why, actor);
        rows.draft(id);
        record("decision.struck", actor, decision, Map.of("line", item));
        return new DecisionOutcome.Done(id);
    }

    /**
     * The leader approves; who drafted it does not (four eyes). From then on its document waits for a number. Sums that another decision changed
     * since are approved again.
     */
    @Transactional
    public DecisionOutcome approve(Actor actor, DecisionId id) {
        var decision = held(actor, id, Right.DECIDE_AWARD);
        if (decision.state() != Decision.State.DRAFT && !lists.paidMeanwhile(decision)) {
            return DecisionOutcome.Conflict.of("not-draft");
        }
        if (decision.draftedBy().equals(actor.id())) {
            return DecisionOutcome.Conflict.of("four-eyes");
        }
        if (rows.items(id).stream().noneMatch(DecisionItem::stands)) {
            return DecisionOutcome.Conflict.of("empty");
        }
        lists.of(decision).forEach(rows::reckoned);
        rows.approve(id, actor);
        documents.expect(id.dossier(), REVISION, decision.unit(), "QĐ", words.subject(decision), false);
        record("decision.approved", actor, decision, Map.of());
        return new DecisionOutcome.Done(id);
    }

    /** The leader gives it back to the officer, or it is given up; both only while its document has no number. */
    @Transactional
    public DecisionOutcome giveBack(Actor actor, DecisionId id, boolean drop, String reason) {
        var decision = held(actor, id, drop ? Right.REVIEW_NOMINATION : Right.DECIDE_AWARD);
        if (!decision.pending() || lists.document(decision).isPresent()) {
            return DecisionOutcome.Conflict.of(decision.pending() ? "numbered" : "released");
        }
        var why = VietnameseText.clean(reason == null ? "" : reason);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            return DecisionOutcome.Refused.at("reason", "reason");
        }
        documents.drop(id.dossier());
        if (drop) {
            rows.drop(id, why);
        } else {
            rows.draft(id);
        }
        record(drop ? "decision.dropped" : "decision.given-back", actor, decision, Map.of());
        return new DecisionOutcome.Done(id);
    }

    Decision held(Actor actor, DecisionId id, Right right) {
        var seen = rows.find(id).orElseThrow(() -> new NotVisible("decision " + id));
        access.require(actor, Right.SEE_NOMINATION, right, seen.unit());
        return rows.lock(id);
    }

    /** Who did what with which decision: ids and codes, never a name. */
    void record(String action, Actor actor, Decision decision, Map<String, ?> facts) {
        audit.record(action, actor, decision.id().dossier().toString(), decision.unit(), facts, Map.of());
    }
}
