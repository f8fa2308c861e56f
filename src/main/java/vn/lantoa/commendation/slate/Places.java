package vn.lantoa.commendation.slate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.AwardQuota;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.organization.UnitId;

/** How many places of a title a unit has in a season, and how many went: what it put forward and was not taken back or given back. */
@Component
class Places {

    private final JdbcClient jdbc;
    private final AwardTitles titles;
    private final Clock clock;

    Places(JdbcClient jdbc, AwardTitles titles, Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
    }

    /** Empty when the title has no quota for the unit. */
    Optional<AwardQuota> of(String title, UnitId unit) {
        return titles.quota(title, unit, LocalDate.now(clock));
    }

    /** Exact for whoever holds the level ({@link vn.lantoa.commendation.LevelLock}). */
    int taken(String title, UnitId unit, long season) {
        return jdbc.sql(
                        """
                        select count(distinct r.nomination_id) from nomination_review r join nomination n on n.id = r.nomination_id
                        where r.unit_id = :unit and r.season_id = :season and r.title_code = :title
                         and (r.state = 'FORWARDED' or r.state = 'OPEN' and n.state in ('POSTING', 'OBJECTED', 'VOTING', 'SIGNING'))
                         and n.state not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'NOT_THIS_TIME', 'DISCARDED')""")
                .param("unit", unit.value())
                .param("season", season)
                .param("title", title)
                .query(Integer.class)
                .single();
    }
}
