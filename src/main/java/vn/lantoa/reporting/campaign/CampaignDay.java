package vn.lantoa.reporting.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.DailyWork;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** The morning of campaigns: seasons open, waves go out, leaders are told, what is ripe comes to the leader who closes it. */
@Component
class CampaignDay implements DailyWork {

    private final Seasons seasons;
    private final CampaignOpening opening;
    private final CampaignRows rows;
    private final Campaigns campaigns;
    private final CampaignUnits members;
    private final Successions successions;
    private final Waves waves;
    private final Mornings mornings;
    private final Processes processes;
    private final Units units;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationAvailability availability;
    private final Clock clock;

    CampaignDay(
            Seasons seasons,
            CampaignOpening opening,
            CampaignRows rows,
            Campaigns campaigns,
            CampaignUnits members,
            Successions successions,
            Waves waves,
            Mornings mornings,
            Processes processes,
            Units units,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationAvailability availability,
            Clock clock) {
        this.seasons = seasons;
        this.opening = opening;
        this.rows = rows;
        this.campaigns = campaigns;
        this.members = members;
        this.successions = successions;
        this.waves = waves;
        this.mornings = mornings;
        this.processes = processes;
        this.units = units;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.availability = availability;
        this.clock = clock;
    }

    /** Looks whether a new day has begun; also after days without power. Not before everything has started: the demo writes its past first. */
    @Scheduled(fixedDelayString = "${lantoa.campaign.every}", initialDelayString = "${lantoa.campaign.every}")
    void look() {
        if (availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                && !LocalTime.now(clock).isBefore(BEGINS)
                && !lastDay().equals(Optional.of(LocalDate.now(clock)))) {
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
        seasons.open(roots, last, today);
        opening.workThrough();
        rows.in(Campaign.State.OPEN).forEach(campaign -> {
            successions.dissolved(campaign.id(), today);
            waves.send(campaign.id());
            mornings.tell(campaign.id());
            transaction.executeWithoutResult(status -> ripen(campaign.id(), today));
        });
        jdbc.sql("update campaign_day set last_day = ? where id = 1")
                .param(today)
                .update();
    }

    /** Everything has come, or the last date below the root has passed. */
    private void ripen(CampaignId id, LocalDate today) {
        var campaign = rows.lock(id);
        if (campaign.state() == Campaign.State.OPEN
                && campaign.ripeAt() == null
                && (members.missing(id) == 0 || today.isAfter(campaigns.due(campaign)))) {
            rows.ripe(id);
            processes.tell(CampaignNames.RIPE, id.dossier(), Map.of());
        }
    }

    private Optional<LocalDate> lastDay() {
        return Optional.ofNullable(jdbc.sql("select last_day from campaign_day where id = 1")
                .query((row, n) -> new LocalDate[] {row.getObject("last_day", LocalDate.class)})
                .single()[0]);
    }
}
