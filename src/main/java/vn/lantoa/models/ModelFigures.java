package vn.lantoa.models;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.KnownFigures;
import vn.lantoa.organization.UnitId;

/**
 * What the register of models knows of section III.3 of a unit's report (DOMAIN §3.4): stock figures as they stood on the last day, flows of
 * the span; the unit's own sites only. A unit that never had a site alive is not known, and gets no zeros.
 */
@Component
class ModelFigures implements KnownFigures {

    private static final List<String> ALIVE =
            SiteState.ALIVE.stream().map(Enum::name).toList();

    private static final String ON_THE_LAST_DAY =
            " from model_site_state s join model_site m on m.id = s.site_id join model_kind k on k.id = m.kind_id"
                    + " where s.unit_id = :unit and s.state in (:alive) and s.since <= :to and (s.until is null or s.until > :to)";

    private static final String STOCK =
            "select count(distinct coalesce(k.merged_into_id, k.id)) as kinds, count(*) as sites" + ON_THE_LAST_DAY;

    /** Kinds that the unit ever had, so that what it has no more is a known zero. */
    private static final String BY_KIND =
            """
            select g.groups_indicator, g.members_indicator,
            coalesce(sum(case when s.since <= :to and (s.until is null or s.until > :to) then c.groups_count else 0 end), 0) as groups_sum,
            coalesce(sum(case when s.since <= :to and (s.until is null or s.until > :to) then c.members_count else 0 end), 0) as members_sum
            from model_site_state s join model_site m on m.id = s.site_id join model_kind k on k.id = m.kind_id
            join model_kind q on q.id = coalesce(k.merged_into_id, k.id)
            join model_indicator g on g.kind_code = q.code and g.valid_from <= :to and (g.valid_to is null or g.valid_to >= :to)
            left join model_site_count c on c.site_id = s.site_id and c.since <= :to and (c.until is null or c.until > :to)
            where s.unit_id = :unit and s.state in (:alive) and s.since <= :to
            group by g.groups_indicator, g.members_indicator""";

    private static final String BEGUN =
            """
            select m.taken_over, count(*) as n from model_site_state s join model_site m on m.id = s.site_id
            where s.unit_id = :unit and s.state in (:alive) and s.since between :from and :to
            and not exists (select 1 from model_site_state e where e.site_id = s.site_id and e.state in (:alive) and e.id < s.id)
            group by m.taken_over""";

    /** What was alive just before, and is not alive on the last day. */
    private static final String STOPPED =
            """
            select count(distinct s.site_id) from model_site_state s where s.unit_id = :unit
            and s.state in ('SUSPENDED', 'CLOSED', 'LAPSED', 'REVOKED') and s.since between :from and :to
            and (select e.state from model_site_state e where e.id = (select max(b.id) from model_site_state b
             where b.site_id = s.site_id and b.id < s.id)) in (:alive)
            and not exists (select 1 from model_site_state l where l.site_id = s.site_id and l.state in (:alive)
             and l.since <= :to and (l.until is null or l.until > :to))""";

    private final JdbcClient jdbc;

    ModelFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String source() {
        return "models";
    }

    @Override
    public Map<String, Integer> of(UnitId unit, LocalDate from, LocalDate to) {
        var counts = new HashMap<String, Integer>();
        if (!everHadOne(unit, to)) {
            return counts;
        }
        jdbc.sql(STOCK).params(params(unit, to)).query(row -> {
            counts.put("D1", row.getInt("kinds"));
            counts.put("D2", row.getInt("sites"));
        });
        jdbc.sql(BY_KIND).params(params(unit, to)).query(row -> {
            counts.merge(row.getString("groups_indicator"), row.getInt("groups_sum"), Integer::sum);
            counts.merge(row.getString("members_indicator"), row.getInt("members_sum"), Integer::sum);
        });
        counts.put("D8", 0);
        counts.put("D9", 0);
        jdbc.sql(BEGUN).params(params(unit, to)).param("from", from).query(row -> {
            counts.put(row.getBoolean("taken_over") ? "D9" : "D8", row.getInt("n"));
        });
        counts.put(
                "D10",
                jdbc.sql(STOPPED)
                        .params(params(unit, to))
                        .param("from", from)
                        .query(Integer.class)
                        .single());
        return counts;
    }

    private boolean everHadOne(UnitId unit, LocalDate to) {
        return jdbc.sql("select count(*) from model_site_state s where s.unit_id = :unit and s.state in (:alive)"
                                + " and s.since <= :to")
                        .params(params(unit, to))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Map<String, Object> params(UnitId unit, LocalDate to) {
        return Map.of("unit", unit.value(), "to", to, "alive", ALIVE);
    }
}
