package vn.lantoa.models.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many kinds, sites, groups and members: four counts that are never mixed (DOMAIN §1.9). Those overdue for review stand apart.
 *
 * @param inexact sites among both whose groups or members are counted as "trên", "gần", "khoảng"
 * @param others sites that are not alive: not yet, or no longer
 */
public record CatalogueCounts(Four alive, Four overdue, long inexact, long others) {

    /** The four counts. */
    public record Four(long kinds, long sites, long groups, long members) {}

    static CatalogueCounts read(ResultSet row, int n) throws SQLException {
        return new CatalogueCounts(
                four(row, "alive"), four(row, "overdue"), row.getLong("inexact"), row.getLong("others"));
    }

    private static Four four(ResultSet row, String which) throws SQLException {
        return new Four(
                row.getLong(which + "_kinds"),
                row.getLong(which + "_sites"),
                row.getLong(which + "_groups"),
                row.getLong(which + "_members"));
    }
}
