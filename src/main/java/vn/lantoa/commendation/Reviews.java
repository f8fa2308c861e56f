package vn.lantoa.commendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;

/** The passages of nominations through levels, as the pages of a level read them. */
@Component
public class Reviews {

    private final JdbcClient jdbc;
    private final ReviewRows rows;
    private final NominationRows nominations;
    private final UnitSuccessions successions;
    private final Access access;

    Reviews(JdbcClient jdbc, ReviewRows rows, NominationRows nominations, UnitSuccessions successions, Access access) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.nominations = nominations;
        this.successions = successions;
        this.access = access;
    }

    /** The passages through a unit in a season that are open now, of nominations in one of these states; of all states when none is named. */
    public List<Review> at(UnitId unit, long season, NominationState... states) {
        return jdbc.sql(
                        "select r.* from nomination_review r join nomination n on n.id = r.nomination_id where r.season_id = :season"
                                + " and n.at_unit_id = :unit and r.state = 'OPEN' and n.state in (:states) order by r.nomination_id")
                .param("season", season)
                .param("unit", unit.value())
                .param(
                        "states",
                        (states.length == 0 ? Arrays.stream(NominationState.values()) : Arrays.stream(states))
                                .map(Enum::name)
                                .toList())
                .query(Review::read)
                .list();
    }

    /** Every passage of a season through a unit, those that ended too, the newest of a nomination last. */
    public List<Review> allAt(UnitId unit, long season) {
        return jdbc.sql("select * from nomination_review where unit_id = ? and season_id = ? order by id")
                .params(unit.value(), season)
                .query(Review::read)
                .list();
    }

    /** The passage of a nomination that is open now, or its last one. */
    public Optional<Review> current(NominationId nomination) {
        return jdbc.sql("select * from nomination_review where nomination_id = ? order by id desc limit 1")
                .param(nomination.value())
                .query(Review::read)
                .optional();
    }

    /** All passages of a nomination, the first one first. */
    public List<Review> of(NominationId nomination) {
        return jdbc.sql("select * from nomination_review where nomination_id = ? order by id")
                .param(nomination.value())
                .query(Review::read)
                .list();
    }

    /** The rule frozen for the open passage; empty before the proposal. */
    public Optional<CouncilRule> ruleOf(NominationId nomination) {
        return current(nomination).map(Review::rule);
    }

    /**
     * Marks a nomination on the list of the level; nothing leaves by it.
     *
     * @return false when the nomination is not under review: nothing is stored
     */
    @Transactional
    public boolean mark(Actor actor, NominationId id, Review.Mark mark) {
        nominations.find(id).orElseThrow(() -> new NotVisible("nomination " + id));
        var nomination = nominations.lock(id);
        access.require(
                actor,
                Right.SEE_NOMINATION,
                Right.REVIEW_NOMINATION,
                nomination.at() == null ? nomination.proposer() : successions.answering(nomination.at()));
        if (nomination.state() != NominationState.REVIEW) {
            return false;
        }
        rows.mark(id, mark);
        return true;
    }
}
