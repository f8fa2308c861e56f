package vn.lantoa.models;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;

/** Kinds, sites, groups and members of a branch as they stood on a day: four counts that are never mixed (DOMAIN §1.9). */
@Component
public class SiteCounts {

    /** @param kinds different kinds among the sites */
    public record Counts(int kinds, int sites, int groups, int members) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /**
     * @param alive of what is alive, those overdue for review among them
     * @param byState states nobody was in are left out
     */
    public record CountsOn(LocalDate day, Counts alive, Map<SiteState, Counts> byState) {

        public Counts of(SiteState state) {
            return byState.getOrDefault(state, Counts.NONE);
        }
    }

    /** A kind that goes on as another counts as that one. */
    private static final String FROM =
            """
            count(distinct coalesce(k.merged_into_id, k.id)) as kinds, count(*) as sites,
            coalesce(sum(c.groups_count), 0) as groups_sum, coalesce(sum(c.members_count), 0) as members_sum
            from model_site_state s join model_site m on m.id = s.site_id join model_kind k on k.id = m.kind_id
            join unit_closure u on u.descendant_id = s.unit_id and u.ancestor_id = :unit
            left join model_site_count c on c.site_id = s.site_id and c.since <= :day and (c.until is null or c.until > :day)
            where s.since <= :day and (s.until is null or s.until > :day)""";

    private final JdbcClient jdbc;

    SiteCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a unit and everything below it today; sites count where they belonged on that day. */
    public CountsOn on(UnitId unit, LocalDate day) {
        var byState = new EnumMap<SiteState, Counts>(SiteState.class);
        jdbc.sql("select s.state, " + FROM + " group by s.state")
                .param("unit", unit.value())
                .param("day", day)
                .query(row -> {
                    byState.put(SiteState.valueOf(row.getString("state")), read(row));
                });
        var alive = jdbc.sql("select " + FROM + " and s.state in (:alive)")
                .param("unit", unit.value())
                .param("day", day)
                .param("alive", SiteState.ALIVE.stream().map(Enum::name).toList())
                .query((row, n) -> read(row))
                .single();
        return new CountsOn(day, alive, byState);
    }

    private static Counts read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Counts(
                row.getInt("kinds"), row.getInt("sites"), row.getInt("groups_sum"), row.getInt("members_sum"));
    }
}
