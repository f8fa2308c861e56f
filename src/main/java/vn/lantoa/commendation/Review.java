package vn.lantoa.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.lantoa.organization.UnitId;

/**
 * One passage of a nomination through one level.
 *
 * @param unit the reviewing unit as it was then; its successor carries on
 * @param rule frozen when the proposal was made, null before
 * @param state OPEN, FORWARDED, RETURNED, REJECTED, NOT_THIS_TIME or WITHDRAWN
 */
public record Review(
        long id,
        NominationId nomination,
        long season,
        UnitId unit,
        int level,
        Mark mark,
        CouncilRule rule,
        String state) {

    /** What the officer thinks of it on the list of the level; nothing leaves by a mark. */
    public enum Mark {
        NONE,
        /** Đề nghị khen. */
        PROPOSE,
        /** Dự phòng. */
        RESERVE,
        /** Chưa đề nghị đợt này. */
        NOT_THIS_TIME
    }

    static Review read(ResultSet row, int n) throws SQLException {
        return new Review(
                row.getLong("id"),
                NominationId.of(row.getLong("nomination_id")),
                row.getLong("season_id"),
                UnitId.of(row.getLong("unit_id")),
                row.getInt("level_no"),
                Mark.valueOf(row.getString("mark")),
                rule(row),
                row.getString("state"));
    }

    private static CouncilRule rule(ResultSet row) throws SQLException {
        var council = row.getObject("council", Boolean.class);
        return council == null
                ? null
                : new CouncilRule(
                        council,
                        row.getInt("quorum_numerator"),
                        row.getInt("quorum_denominator"),
                        row.getInt("approval_percent"),
                        CouncilRule.Base.valueOf(row.getString("base")),
                        CouncilRule.Ballot.valueOf(row.getString("ballot")),
                        row.getBoolean("written_votes"),
                        row.getInt("posting_days"),
                        row.getString("rule_basis"));
    }
}
