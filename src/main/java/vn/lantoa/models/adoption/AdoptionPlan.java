package vn.lantoa.models.adoption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * How a unit wants to take a kind over, and after the founding how it did.
 *
 * @param purpose begun with the kind's own words, as the three texts after it; null when not said
 * @param name of the site, null before the plan is written, as everything after it
 * @param host who hosts it in words of the place, null when not said
 * @param groups expected; from the founding on what was founded
 * @param foundedOn null before the founding, as the number of its decision
 */
public record AdoptionPlan(
        String purpose,
        String rules,
        String conditions,
        String costs,
        String name,
        String place,
        String host,
        Integer groups,
        Integer members,
        LocalDate plannedOn,
        LocalDate foundedOn,
        String foundingNumber) {

    boolean written() {
        return plannedOn != null;
    }

    static AdoptionPlan read(ResultSet row) throws SQLException {
        return new AdoptionPlan(
                row.getString("purpose"),
                row.getString("rules"),
                row.getString("conditions"),
                row.getString("costs"),
                row.getString("site_name"),
                row.getString("place"),
                row.getString("host"),
                row.getObject("groups_count", Integer.class),
                row.getObject("members_count", Integer.class),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("founded_on", LocalDate.class),
                row.getString("founding_number"));
    }
}
