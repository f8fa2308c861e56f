package vn.lantoa.models.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.form.Qualifier;
import vn.lantoa.models.Count;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.UnitId;

/**
 * One site in the catalogue.
 *
 * @param number null while it is not registered
 * @param branch the unit of level 2 in whose branch it lies, null for none
 * @param level whose recognition is in force, null for none
 * @param due the day of its next review, null while none is due
 */
public record SiteLine(
        SiteId id,
        String number,
        String name,
        String place,
        KindId kind,
        String kindName,
        UnitId unit,
        String unitName,
        String branch,
        SiteState state,
        Integer level,
        Count groups,
        Count members,
        LocalDate due) {

    static SiteLine read(ResultSet row, int n) throws SQLException {
        return new SiteLine(
                SiteId.of(row.getLong("id")),
                row.getString("number"),
                row.getString("name"),
                row.getString("place"),
                KindId.of(row.getLong("kind_id")),
                row.getString("kind_name"),
                UnitId.of(row.getLong("unit_id")),
                row.getString("unit_name"),
                row.getString("branch_name"),
                SiteState.valueOf(row.getString("state")),
                row.getObject("recognised_level", Integer.class),
                new Count(row.getInt("groups_count"), Qualifier.valueOf(row.getString("groups_qualifier"))),
                new Count(row.getInt("members_count"), Qualifier.valueOf(row.getString("members_qualifier"))),
                row.getObject("review_due", LocalDate.class));
    }
}
