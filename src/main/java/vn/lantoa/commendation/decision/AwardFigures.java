package vn.lantoa.commendation.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.KnownFigures;
import vn.lantoa.organization.UnitId;

/**
 * How many of each award a unit's own nominations were given: for section III.6 of its report. Counted where it was proposed, so that the sums up the
 * tree count nobody twice; what was annulled is not counted.
 */
@Component
class AwardFigures implements KnownFigures {

    private static final String COUNT =
            """
            select g.indicator, g.code, a.collective, count(*) as n from (
             select d.title_code, d.dated, i.collective from award_decision_item i
             join award_decision d on d.id = i.decision_id
             where i.unit_id = :unit and d.kind = 'AWARD' and d.state = 'RELEASED' and d.dated between :from and :to
              and i.struck_reason is null and not exists (select 1 from award_decision_item x
               join award_decision xd on xd.id = x.decision_id
               where x.about_item_id = i.id and xd.kind = 'ANNULMENT' and xd.state = 'RELEASED' and x.struck_reason is null)
             union all
             select n.title_code, n.outside_date, e.collective from nomination n join nominee e on e.nomination_id = n.id
             where n.proposer_id = :unit and n.state = 'AWARDED' and n.outside_date between :from and :to
            ) a join award_indicator g on (g.code = a.title_code or g.code = case when a.collective then '*COLLECTIVE' else '*INDIVIDUAL' end) and g.valid_from <= a.dated
             and (g.valid_to is null or g.valid_to >= a.dated)
            group by g.indicator, g.code, a.collective""";

    private final JdbcClient jdbc;

    AwardFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String source() {
        return "awards";
    }

    @Override
    public Map<String, Integer> of(UnitId unit, LocalDate from, LocalDate to) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql(COUNT)
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    var recipient = row.getBoolean("collective") ? ".collective" : ".individual";
                    var total = row.getString("code").startsWith("*");
                    counts.merge(row.getString("indicator") + (total ? "" : recipient), row.getInt("n"), Integer::sum);
                });
        return counts;
    }
}
