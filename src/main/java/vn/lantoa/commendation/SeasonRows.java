package vn.lantoa.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of seasons and of their days. */
@Component
class SeasonRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    SeasonRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Season> find(long id) {
        return jdbc.sql("select * from award_season where id = ?")
                .param(id)
                .query(Season::read)
                .optional();
    }

    Season lock(long id) {
        return jdbc.sql("select * from award_season where id = ? for update")
                .param(id)
                .query(Season::read)
                .single();
    }

    Optional<Season> find(UnitId root, int year) {
        return jdbc.sql("select * from award_season where root_id = ? and season_year = ?")
                .params(root.value(), year)
                .query(Season::read)
                .optional();
    }

    /** The seasons of any of these units, the newest first. */
    List<Season> of(Collection<UnitId> roots) {
        return roots.isEmpty()
                ? List.of()
                : jdbc.sql("select * from award_season where root_id in (:roots) order by season_year desc, id desc")
                        .param("roots", roots.stream().map(UnitId::value).toList())
                        .query(Season::read)
                        .list();
    }

    List<Season> open() {
        return jdbc.sql("select * from award_season where state = 'OPEN' order by id")
                .query(Season::read)
                .list();
    }

    /** Who opens a season waits for who opens another. */
    void holdOpenings() {
        jdbc.sql("select id from award_day where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    long insert(UnitId root, int year, PersonId by, Stages stages) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into award_season (root_id, season_year, title, state, opened_by, opened_at)"
                        + " values (?, ?, ?, 'OPEN', ?, ?)")
                .params(root.value(), year, "Đợt xét khen thưởng năm " + year, by == null ? null : by.value(), now())
                .update(key, "id");
        var id = key.getKeyAs(Number.class).longValue();
        stages.levels().forEach((level, dates) -> jdbc.sql(
                        "insert into award_season_stage (season_id, level_no, nominate_by, review_by, council_by, decide_by, honour_on)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, level, dates.nominateBy(), dates.reviewBy(), dates.councilBy())
                .params(dates.decideBy(), dates.honourOn())
                .update());
        return id;
    }

    void extend(long season, int level, LocalDate until) {
        jdbc.sql("update award_season_stage set nominate_by = ? where season_id = ? and level_no = ?")
                .params(until, season, level)
                .update();
    }

    /** Who closes it and why, before the diagram does. */
    void closing(long id, PersonId by, String reason) {
        jdbc.sql("update award_season set closed_by = ?, close_reason = ? where id = ?")
                .params(by.value(), reason, id)
                .update();
    }

    void closed(long id) {
        jdbc.sql("update award_season set state = 'CLOSED', closed_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    Stages stages(long season) {
        Map<Integer, Stages.Dates> levels = new TreeMap<>();
        jdbc.sql("select * from award_season_stage where season_id = ? order by level_no")
                .param(season)
                .query(row -> {
                    levels.put(
                            row.getInt("level_no"),
                            new Stages.Dates(
                                    row.getObject("nominate_by", LocalDate.class),
                                    row.getObject("review_by", LocalDate.class),
                                    row.getObject("council_by", LocalDate.class),
                                    row.getObject("decide_by", LocalDate.class),
                                    row.getObject("honour_on", LocalDate.class)));
                });
        return new Stages(levels);
    }

    /** How many nominations of the season are not ended. */
    int underWay(long season) {
        return jdbc.sql("select count(*) from nomination where season_id = :season and state not in (:ended)")
                .param("season", season)
                .param("ended", NominationState.ENDED.stream().map(Enum::name).toList())
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
