package vn.lantoa.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongBiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.organization.UnitId;

/** Postings, proposals and decisions without a line, for the test of the route table. */
@Configuration
class AwardPaperFixtures {

    private final Seasons seasons;
    private final JdbcClient jdbc;
    private final Clock clock;

    AwardPaperFixtures(Seasons seasons, JdbcClient jdbc, Clock clock) {
        this.seasons = seasons;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    RouteFixture postingFixture() {
        return maker(
                "posting",
                (unit, season) -> insert(
                        "insert into award_posting (unit_id, season_id, working_days, legal_basis, opened_by, opened_at, posted_on, last_day)"
                                + " values (?, ?, 5, 'thử', 1, ?, ?, ?)",
                        unit.value(),
                        season,
                        now(),
                        today(),
                        today().plusDays(7)));
    }

    @Bean
    RouteFixture proposalFixture() {
        return maker(
                "award-proposal",
                (unit, season) -> insert(
                        "insert into award_proposal (unit_id, season_id, title, made_by, made_at) values (?, ?, 'thử', 1, ?)",
                        unit.value(),
                        season,
                        now()));
    }

    @Bean
    RouteFixture decisionFixture() {
        return maker(
                "award-decision",
                (unit, season) -> insert(
                        "insert into award_decision (unit_id, season_id, kind, title_code, title_name, state, code, drafted_by, drafted_at)"
                                + " values (?, ?, 'AWARD', 'GK_CTTT', 'Giấy khen', 'DRAFT', ?, 1, ?)",
                        unit.value(),
                        season,
                        UUID.randomUUID().toString().substring(0, 10),
                        now()));
    }

    private RouteFixture maker(String of, ToLongBiFunction<UnitId, Long> made) {
        return new RouteFixture() {
            @Override
            public String of() {
                return of;
            }

            @Override
            public Map<String, String> make(Branch branch, UnitId unit) {
                return Map.of("id", String.valueOf(made.applyAsLong(unit, season(branch))));
            }
        };
    }

    private long season(Branch branch) {
        var open = seasons.openFor(branch.root);
        return open.isEmpty()
                ? ((CommendationOutcome.Done) seasons.open(branch.officer(branch.root), branch.root, today().getYear()))
                        .id()
                : open.get(0).id();
    }

    private long insert(String sql, Object... values) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
