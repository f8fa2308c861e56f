package vn.lantoa.commendation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** How many nominations of a branch stand where. */
@Component
public class SeasonCounts {

    private final JdbcClient jdbc;
    private final Access access;

    SeasonCounts(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** The nominations of a season that units of this branch proposed, by state. */
    public Map<NominationState, Integer> of(Actor actor, long season, UnitId branch) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, branch);
        var counts = new EnumMap<NominationState, Integer>(NominationState.class);
        jdbc.sql(
                        "select n.state, count(*) as many from nomination n join unit_closure c on c.descendant_id = n.proposer_id"
                                + " where n.season_id = ? and c.ancestor_id = ? group by n.state")
                .params(season, branch.value())
                .query(row -> {
                    counts.put(NominationState.valueOf(row.getString("state")), row.getInt("many"));
                });
        return counts;
    }

    /** A row of the list of nominations; the name is shown, so whoever shows it says so to {@link NomineeAccess}. */
    public record Listed(Nomination nomination, Nominee nominee, String title, String proposer) {}

    /** The nominations of a season that units of this branch proposed, the newest first. */
    public List<Listed> listed(Actor actor, long season, UnitId branch, int limit) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, branch);
        return jdbc.sql(
                        "select n.*, e.collective, e.name, e.sex, e.birth_year, e.unit_id, e.post, e.direct_worker, e.headcount,"
                                + " e.women, e.nomination_id, t.name as title_name, u.name as unit_name from nomination n"
                                + " join nominee e on e.nomination_id = n.id join unit u on u.id = n.proposer_id"
                                + " join unit_closure c on c.descendant_id = n.proposer_id"
                                + " left join (select code, max(name) as name from award_title group by code) t on t.code = n.title_code"
                                + " where n.season_id = ? and c.ancestor_id = ? and n.state <> 'DISCARDED' order by n.id desc limit "
                                + limit)
                .params(season, branch.value())
                .query((row, n) -> new Listed(
                        Nomination.read(row, n),
                        Nominee.read(row, n),
                        row.getString("title_name"),
                        row.getString("unit_name")))
                .list();
    }
}
