package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;

/** Places of a title, and the share of direct workers, counted over one unit and season. */
@Component
public class Quotas {

    private static final NominationId NOBODY = NominationId.of(0);

    private final JdbcClient jdbc;
    private final AwardTitles titles;
    private final SeasonRules rules;
    private final Clock clock;

    Quotas(JdbcClient jdbc, AwardTitles titles, SeasonRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether others have taken every place of the unit that would put this one forward. */
    boolean usedUp(Nomination nomination) {
        var unit = nomination.at() == null ? nomination.proposer() : nomination.at();
        return places(nomination.title(), unit)
                .filter(quota ->
                        taken(nomination.title(), unit, nomination.season(), nomination.id()) >= quota.places())
                .isPresent();
    }

    /** How many places of a title a unit has today; empty when the title has no quota for it. */
    public Optional<AwardQuota> places(String title, UnitId unit) {
        return titles.quota(title, unit, LocalDate.now(clock));
    }

    /**
     * How many went in a season: what the unit put forward and was neither given back nor ended without an award. Exact for whoever holds
     * the level ({@link LevelLock}).
     */
    public int taken(String title, UnitId unit, long season) {
        return taken(title, unit, season, NOBODY);
    }

    private int taken(String title, UnitId unit, long season, NominationId but) {
        return jdbc.sql(
                        """
                        select count(distinct r.nomination_id) from nomination_review r join nomination n on n.id = r.nomination_id
                        where r.unit_id = :unit and r.season_id = :season and r.title_code = :title and r.nomination_id <> :but
                        and (r.state = 'FORWARDED' or r.state = 'OPEN' and n.state in ('POSTING', 'OBJECTED', 'VOTING', 'SIGNING'))
                        and n.state not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'NOT_THIS_TIME', 'DISCARDED')""")
                .param("unit", unit.value())
                .param("season", season)
                .param("title", title)
                .param("but", but.value())
                .query(Integer.class)
                .single();
    }

    /** Whether fewer of the individuals whom the unit proposes this season work directly than the rule wants. */
    boolean directShareLow(Nomination nomination, LocalDate on) {
        return jdbc.sql(
                        "select count(*) as individuals, sum(case when e.direct_worker then 1 else 0 end) as direct"
                                + " from nomination n join nominee e on e.nomination_id = n.id where n.proposer_id = ? and n.season_id = ?"
                                + " and e.collective = false and n.state not in ('REJECTED', 'WITHDRAWN', 'DISCARDED', 'NOT_THIS_TIME')")
                .params(nomination.proposer().value(), nomination.season())
                .query((row, n) -> row.getLong("individuals") > 0
                        && row.getLong("direct") * 100
                                < (long) rules.number("DIRECT_SHARE", on) * row.getLong("individuals"))
                .single();
    }
}
