package vn.lantoa.models.exemplar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.UnitId;

/**
 * A unit proposes an exemplar for a year, or says that there is none yet.
 *
 * @param askedBy the superior that asked, null for one's own accord
 * @param object what is proposed, null while nothing is, and where there is none
 * @param reason why there is none yet, null otherwise
 * @param decisionNumber of the leader's decision, null before it, as {@code decidedOn}
 */
public record ExemplarRequest(
        ExemplarRequestId id,
        UnitId unit,
        int year,
        UnitId askedBy,
        LocalDate due,
        State state,
        ExemplarObject object,
        String lessons,
        String reason,
        String decisionNumber,
        LocalDate decidedOn) {

    /** Where it stands; words: message {@code exemplar-request.state.<NAME>}. */
    public enum State {
        PROPOSING,
        DECIDING,
        NAMED,
        NONE;

        /** Whether somebody still has to do something. */
        public boolean open() {
            return this == PROPOSING || this == DECIDING;
        }
    }

    static ExemplarRequest read(ResultSet row, int n) throws SQLException {
        var askedBy = row.getObject("asked_by_unit_id", Long.class);
        return new ExemplarRequest(
                ExemplarRequestId.of(row.getLong("id")),
                UnitId.of(row.getLong("unit_id")),
                row.getInt("year_no"),
                askedBy == null ? null : UnitId.of(askedBy),
                row.getObject("due", LocalDate.class),
                State.valueOf(row.getString("state")),
                object(row),
                row.getString("lessons"),
                row.getString("reason"),
                row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class));
    }

    static ExemplarObject object(ResultSet row) throws SQLException {
        var kind = row.getString("object");
        var site = row.getObject("site_id", Long.class);
        return kind == null
                ? null
                : new ExemplarObject(
                        ExemplarObject.Kind.valueOf(kind),
                        site == null ? null : SiteId.of(site),
                        row.getString("collective_name"),
                        row.getString("honour_number"));
    }
}
