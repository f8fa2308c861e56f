package vn.lantoa.commendation.decision;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;

/**
 * A name without diacritics and a year of birth are no proof: where they say that a nominee was paid before and it was somebody else, the
 * officer says so, and the line pays its own sum.
 */
@Component
public class Namesakes {

    private static final int LONGEST_REASON = 500;

    private final AwardDecisions decisions;
    private final DecisionRows rows;
    private final DecisionLists lists;

    Namesakes(AwardDecisions decisions, DecisionRows rows, DecisionLists lists) {
        this.decisions = decisions;
        this.rows = rows;
        this.lists = lists;
    }

    /**
     * Says that the nominee of a line is another person than the one found to have been paid; what was approved must be approved again, its
     * number stays.
     *
     * @param item a line that pays less because of it
     * @param reason how one knows, at most 500 characters, without a name
     */
    @Transactional
    public DecisionOutcome apart(Actor actor, DecisionId id, long item, String reason) {
        var decision = decisions.held(actor, id, Right.REVIEW_NOMINATION);
        if (!decision.pending()) {
            return DecisionOutcome.Conflict.of("released");
        }
        var why = VietnameseText.clean(reason == null ? "" : reason);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            return DecisionOutcome.Refused.at("reason", "reason");
        }
        if (lists.of(decision).stream().noneMatch(line -> line.id() == item && line.stands() && line.reduced())) {
            return DecisionOutcome.Conflict.of("not-reduced");
        }
        rows.apart(item, why, actor);
        rows.draft(id);
        decisions.record("decision.namesake", actor, decision, Map.of("line", item));
        return new DecisionOutcome.Done(id);
    }
}
