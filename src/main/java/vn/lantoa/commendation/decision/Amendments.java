package vn.lantoa.commendation.decision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;

/**
 * What was released is never changed: a name printed wrongly is corrected, an award annulled, by a new decision tied to the old one (Luật 06/2022/QH15
 * Điều 93; NĐ 152/2025/NĐ-CP Điều 56).
 */
@Component
public class Amendments {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    private final AwardDecisions decisions;
    private final DecisionRows rows;

    Amendments(AwardDecisions decisions, DecisionRows rows) {
        this.decisions = decisions;
        this.rows = rows;
    }

    /** Drafts a decision that prints one line's name as it should have been. */
    @Transactional
    public DecisionOutcome correct(Actor actor, DecisionId id, long item, String name, String reason) {
        var decision = decisions.held(actor, id, Right.REVIEW_NOMINATION);
        var line = line(decision, item);
        var clean = VietnameseText.clean(name == null ? "" : name);
        if (line.isEmpty()) {
            return DecisionOutcome.Conflict.of("not-released");
        }
        if (clean.isBlank()
                || clean.length() > LONGEST_NAME
                || clean.equals(line.get().name())) {
            return DecisionOutcome.Refused.at("name", "name");
        }
        if (!said(reason)) {
            return DecisionOutcome.Refused.at("reason", "reason");
        }
        var made = insert(actor, decision, Decision.Kind.CORRECTION, reason);
        rows.addAbout(made, 1, line.get(), clean);
        decisions.record("decision.correction", actor, rows.find(made).orElseThrow(), Map.of("about", id.value()));
        return new DecisionOutcome.Done(made);
    }

    /**
     * Drafts a decision that annuls lines of a released one.
     *
     * @param chosen the lines; empty means all
     * @param reason the ground in law with number and date of the document that found it, no story
     */
    @Transactional
    public DecisionOutcome annul(Actor actor, DecisionId id, Collection<Long> chosen, String reason) {
        var decision = decisions.held(actor, id, Right.REVIEW_NOMINATION);
        if (decision.state() != Decision.State.RELEASED || decision.kind() != Decision.Kind.AWARD) {
            return DecisionOutcome.Conflict.of("not-released");
        }
        if (!said(reason)) {
            return DecisionOutcome.Refused.at("reason", "reason");
        }
        var pending = rows.about(id).stream()
                .filter(one -> one.kind() == Decision.Kind.ANNULMENT && one.pending())
                .toList();
        var before = rows.annulled(id);
        List<DecisionItem> lines = rows.items(id).stream()
                .filter(DecisionItem::stands)
                .filter(line -> chosen.isEmpty() || chosen.contains(line.id()))
                .filter(line -> !before.contains(line.id()))
                .toList();
        if (lines.isEmpty() || !pending.isEmpty()) {
            return DecisionOutcome.Conflict.of("annulled");
        }
        var made = insert(actor, decision, Decision.Kind.ANNULMENT, reason);
        for (var place = 0; place < lines.size(); place++) {
            rows.addAbout(made, place + 1, lines.get(place), lines.get(place).name());
        }
        decisions.record("decision.annulment", actor, rows.find(made).orElseThrow(), Map.of("about", id.value()));
        return new DecisionOutcome.Done(made);
    }

    private java.util.Optional<DecisionItem> line(Decision decision, long item) {
        if (decision.state() != Decision.State.RELEASED || decision.kind() != Decision.Kind.AWARD) {
            return java.util.Optional.empty();
        }
        return rows.items(decision.id()).stream()
                .filter(line -> line.id() == item && line.stands())
                .findFirst();
    }

    private DecisionId insert(Actor actor, Decision about, Decision.Kind kind, String reason) {
        return rows.insert(
                about.unit(),
                about.season(),
                kind,
                about.id(),
                about.title(),
                about.titleName(),
                VietnameseText.clean(reason),
                VerificationCode.make(),
                actor);
    }

    private static boolean said(String reason) {
        return reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON;
    }
}
