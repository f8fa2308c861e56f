package vn.lantoa.models.adoption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * One unit takes one kind of model over.
 *
 * @param kindName as the catalogue calls the kind today
 * @param source the site that is copied, null when the entry of the catalogue is
 * @param invitedBy the superior that invited, null when the unit asked
 * @param due the day by whose end the open step is due, null while none is
 * @param site null before the founding
 * @param setUpBy who entered the founding, null before
 * @param endedOn null while it is open
 * @param reasonCode why it ended without an adoption, null when it did not
 * @param joinedInto the adoption in which it went on, null when in none
 */
public record Adoption(
        AdoptionId id,
        KindId kind,
        String kindName,
        SiteId source,
        UnitId unit,
        UnitId invitedBy,
        AdoptionState state,
        LocalDate due,
        AdoptionPlan plan,
        SiteId site,
        PersonId setUpBy,
        LocalDate openedOn,
        LocalDate endedOn,
        GiveUpReason reasonCode,
        String reason,
        AdoptionId joinedInto) {

    static Adoption read(ResultSet row, int n) throws SQLException {
        var source = row.getObject("source_site_id", Long.class);
        var invitedBy = row.getObject("invited_by", Long.class);
        var site = row.getObject("site_id", Long.class);
        var setUpBy = row.getObject("set_up_by", Long.class);
        var joined = row.getObject("joined_into_id", Long.class);
        var code = row.getString("reason_code");
        return new Adoption(
                AdoptionId.of(row.getLong("id")),
                KindId.of(row.getLong("kind_id")),
                row.getString("kind_name"),
                source == null ? null : SiteId.of(source),
                UnitId.of(row.getLong("unit_id")),
                invitedBy == null ? null : UnitId.of(invitedBy),
                AdoptionState.valueOf(row.getString("state")),
                row.getObject("due", LocalDate.class),
                AdoptionPlan.read(row),
                site == null ? null : SiteId.of(site),
                setUpBy == null ? null : PersonId.of(setUpBy),
                row.getTimestamp("opened_at")
                        .toInstant()
                        .atZone(VietnamTime.ZONE)
                        .toLocalDate(),
                row.getObject("ended_on", LocalDate.class),
                code == null ? null : GiveUpReason.valueOf(code),
                row.getString("reason"),
                joined == null ? null : AdoptionId.of(joined));
    }
}
