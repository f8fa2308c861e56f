package vn.lantoa.models.exemplar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.organization.UnitId;

/**
 * Held up as an example for one year.
 *
 * @param unit that named it, and whose duty it meets; {@code level} is that of the unit then
 * @param confirms the exemplar of the year before that was confirmed anew, null for a new one
 */
public record Exemplar(
        long id,
        int year,
        UnitId unit,
        int level,
        ExemplarObject object,
        String lessons,
        String decisionNumber,
        LocalDate decidedOn,
        Long confirms) {

    static Exemplar read(ResultSet row, int n) throws SQLException {
        return new Exemplar(
                row.getLong("id"),
                row.getInt("year_no"),
                UnitId.of(row.getLong("unit_id")),
                row.getInt("level_no"),
                ExemplarRequest.object(row),
                row.getString("lessons"),
                row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("confirms_id", Long.class));
    }
}
