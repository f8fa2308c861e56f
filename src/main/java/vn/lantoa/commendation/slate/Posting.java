package vn.lantoa.commendation.slate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.organization.UnitId;

/**
 * A list that hangs out for all to see.
 *
 * @param workingDays by the rule frozen with its nominations, {@code basis} its ground
 * @param postedOn the day it was hung out, not counted itself; {@code lastDay} the last one on which an objection is taken
 * @param closedAt null while it hangs out
 */
public record Posting(
        long id,
        UnitId unit,
        long season,
        int workingDays,
        String basis,
        LocalDate postedOn,
        LocalDate lastDay,
        Instant closedAt) {

    static Posting read(ResultSet row, int n) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        return new Posting(
                row.getLong("id"),
                UnitId.of(row.getLong("unit_id")),
                row.getLong("season_id"),
                row.getInt("working_days"),
                row.getString("legal_basis"),
                row.getObject("posted_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                closed == null ? null : closed.toInstant());
    }
}
