package vn.lantoa.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * One person or collective proposed for one award.
 *
 * @param number as people call it, e.g. {@code 2026-00012}
 * @param title code of the award title, null while the draft names none
 * @param from first day of the achievement period, {@code to} its last
 * @param achievement in a few words; may hold names, null once erased
 * @param at the unit that reviews now, null when none does
 * @param publicName whether the nominee agreed to be named in public
 */
public record Nomination(
        NominationId id,
        String number,
        long season,
        UnitId proposer,
        PersonId draftedBy,
        String title,
        LocalDate from,
        LocalDate to,
        String achievement,
        NominationState state,
        UnitId at,
        boolean publicName) {

    static Nomination read(ResultSet row, int n) throws SQLException {
        var at = row.getObject("at_unit_id", Long.class);
        return new Nomination(
                NominationId.of(row.getLong("id")),
                row.getString("number"),
                row.getLong("season_id"),
                UnitId.of(row.getLong("proposer_id")),
                PersonId.of(row.getLong("drafted_by")),
                row.getString("title_code"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getString("achievement"),
                NominationState.valueOf(row.getString("state")),
                at == null ? null : UnitId.of(at),
                row.getBoolean("public_name"));
    }
}
