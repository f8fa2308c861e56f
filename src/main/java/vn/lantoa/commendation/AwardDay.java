package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.DailyWork;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** The morning of seasons: one opens on the day of the table, its stages pass on theirs. No nomination moves by the passing of time. */
@Component
class AwardDay implements DailyWork {

    /** What each stage ends with, in the order of the diagram. */
    private static final Map<String, Function<Stages.Dates, LocalDate>> STAGES = Map.of(
            "CollectNominations", Stages.Dates::nominateBy,
            "ReviewNominations", Stages.Dates::reviewBy,
            "HoldCouncils", Stages.Dates::councilBy,
            "DecideAwards", Stages.Dates::decideBy,
            "HonourAwards", Stages.Dates::honourOn);

    private final Seasons seasons;
    private final SeasonRows rows;
    private final SeasonRules rules;
    private final Processes processes;
    private final Units units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AwardDay(
            Seasons seasons,
            SeasonRows rows,
            SeasonRules rules,
            Processes processes,
            Units units,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.seasons = seasons;
        this.rows = rows;
        this.rules = rules;
        this.processes = processes;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks whether a new day has begun; also after days without power. */
    @Scheduled(fixedDelayString = "${lantoa.campaign.every}", initialDelayString = "${lantoa.campaign.every}")
    void look() {
        if (!LocalTime.now(clock).isBefore(BEGINS) && !lastDay().equals(Optional.of(LocalDate.now(clock)))) {
            workThrough();
        }
    }

    @Override
    public void workThrough() {
        workThrough(units.roots(LocalDate.now(clock)));
    }

    /** The same, with the seasons of these roots. An installation that never had a morning opens no season of the past. */
    void workThrough(List<Unit> roots) {
        var today = LocalDate.now(clock);
        var last = lastDay().orElse(today.minusDays(1));
        var opens = rules.opens(today.getYear());
        if (opens.isAfter(last) && !opens.isAfter(today)) {
            roots.forEach(root ->
                    transaction.executeWithoutResult(status -> seasons.opened(null, root.id(), today.getYear())));
        }
        rows.open().forEach(season -> transaction.executeWithoutResult(status -> pass(season.id(), today)));
        jdbc.sql("update award_day set last_day = ? where id = 1").param(today).update();
    }

    /** Each stage whose last day of all levels is over is left; several after days of downtime. */
    private void pass(long id, LocalDate today) {
        var season = rows.lock(id);
        var left = STAGES.size();
        while (left-- > 0 && stageOver(season, today)) {
            processes.tell(Words.STAGE_OVER, season.dossier(), Map.of());
        }
    }

    private boolean stageOver(Season season, LocalDate today) {
        return processes.picture(season.dossier()).stream()
                .flatMap(picture -> picture.here().stream())
                .map(STAGES::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .flatMap(day -> rows.stages(season.id()).levels().values().stream()
                        .map(day)
                        .max(LocalDate::compareTo))
                .filter(today::isAfter)
                .isPresent();
    }

    private Optional<LocalDate> lastDay() {
        return Optional.ofNullable(jdbc.sql("select last_day from award_day where id = 1")
                .query((row, n) -> new LocalDate[] {row.getObject("last_day", LocalDate.class)})
                .single()[0]);
    }
}
