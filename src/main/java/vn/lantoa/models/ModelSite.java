package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * One unit or area that applies a kind of model.
 *
 * @param number as people call it, e.g. {@code MH-00012}
 * @param host who hosts it in words of the place; null when not said
 * @param recognisedLevel the highest union level whose recognition is in force, null when none is
 * @param groups what is counted now, or was expected while it is not yet reviewed
 * @param reviewDue the day by whose end the next review is due, null while none is
 * @param source the site from which it was taken over, null for none
 */
public record ModelSite(
        SiteId id,
        String number,
        KindId kind,
        UnitId unit,
        String name,
        String place,
        String host,
        SiteState state,
        LocalDate stateSince,
        Integer recognisedLevel,
        Count groups,
        Count members,
        LocalDate reviewDue,
        int reminded,
        SiteId source,
        PersonId draftedBy) {

    static ModelSite read(ResultSet row, int n) throws SQLException {
        var source = row.getObject("source_site_id", Long.class);
        return new ModelSite(
                SiteId.of(row.getLong("id")),
                row.getString("number"),
                KindId.of(row.getLong("kind_id")),
                UnitId.of(row.getLong("unit_id")),
                row.getString("name"),
                row.getString("place"),
                row.getString("host"),
                SiteState.valueOf(row.getString("state")),
                row.getObject("state_since", LocalDate.class),
                row.getObject("recognised_level", Integer.class),
                new Count(row.getInt("groups_count"), Qualifier.valueOf(row.getString("groups_qualifier"))),
                new Count(row.getInt("members_count"), Qualifier.valueOf(row.getString("members_qualifier"))),
                row.getObject("review_due", LocalDate.class),
                row.getInt("reminded"),
                source == null ? null : SiteId.of(source),
                PersonId.of(row.getLong("drafted_by")));
    }
}
