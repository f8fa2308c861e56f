package vn.lantoa.reporting.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.notification.News;
import vn.lantoa.reporting.campaign.WavePlan.Dates;
import vn.lantoa.reporting.campaign.WavePlan.Planned;
import vn.lantoa.reporting.campaign.WaveRules.Wave;

/**
 * Reminders as waves (ARCHITECTURE 16): what is due by today and was never sent goes out as one statement over what is outstanding, one
 * notice a person. Each wave is kept by the date it is about, so that it never goes out twice, and late ones go out together.
 */
@Component
class Waves {

    private static final LocalDate NONE = LocalDate.of(1900, 1, 1);

    private final CampaignRows rows;
    private final WaveRules rules;
    private final WorkingDays workingDays;
    private final Telling telling;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Waves(
            CampaignRows rows,
            WaveRules rules,
            WorkingDays workingDays,
            Telling telling,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.workingDays = workingDays;
        this.telling = telling;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Sends what is due; gives how many people were told. */
    @Transactional
    public int send(CampaignId id) {
        var campaign = rows.lock(id);
        if (campaign.state() != Campaign.State.OPEN) {
            return 0;
        }
        var today = LocalDate.now(clock);
        var plan = new WavePlan(workingDays, rules.inForce(today));
        var dates = dates(campaign);
        var due = due(campaign, plan, dates, today);
        keep(campaign, plan, due);
        var going = due.stream()
                .filter(wave -> !plan.dropped(wave, campaign.referenceDate()))
                .toList();
        return going.isEmpty() ? 0 : tell(campaign, going, plan.toldLate(dates, today), today);
    }

    private List<Dates> dates(Campaign campaign) {
        return jdbc.sql("select distinct o.working, o.judged, o.rolls, o.superior from (" + Outstanding.ROWS + ") o")
                .param("campaign", campaign.id().value())
                .param("period", campaign.period().key())
                .query((row, n) -> new Dates(
                        row.getObject("working", LocalDate.class),
                        row.getObject("judged", LocalDate.class),
                        row.getBoolean("rolls"),
                        row.getObject("superior", LocalDate.class)))
                .list();
    }

    private List<Planned> due(Campaign campaign, WavePlan plan, List<Dates> dates, LocalDate today) {
        var known = new HashSet<String>();
        jdbc.sql("select wave, about from campaign_wave where campaign_id = ?")
                .param(campaign.id().value())
                .query(row -> {
                    known.add(row.getString("wave") + row.getObject("about", LocalDate.class));
                });
        var due = new ArrayList<Planned>();
        for (var wave : plan.of(dates)) {
            if (!wave.on().isAfter(today) && known.add(wave.wave().name() + wave.about())) {
                due.add(wave);
            }
        }
        return due;
    }

    private void keep(Campaign campaign, WavePlan plan, List<Planned> due) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "insert into campaign_wave (campaign_id, wave, about, planned_for, state, sent_at) values (?, ?, ?, ?, ?, ?)",
                due.stream()
                        .map(wave -> new Object[] {
                            campaign.id().value(),
                            wave.wave().name(),
                            wave.about(),
                            wave.on(),
                            plan.dropped(wave, campaign.referenceDate()) ? "DROPPED" : "SENT",
                            now
                        })
                        .toList());
    }

    private int tell(Campaign campaign, List<Planned> going, List<LocalDate> late, LocalDate today) {
        Map<String, Object> params = new HashMap<>();
        params.put("campaign", campaign.id().value());
        params.put("period", campaign.period().key());
        params.put("today", today);
        params.put("own", about(going, Wave.FAR, Wave.NEAR));
        params.put("after", about(going, Wave.AFTER));
        params.put("before", about(going, Wave.SUPERIOR));
        params.put("late", late.isEmpty() ? List.of(NONE) : late);
        params.put("title", campaign.period().title());
        params.put("sep", News.SEPARATOR);
        params.put("link", "/dossiers/campaign/" + campaign.id());
        params.put("key", "campaign:" + campaign.id() + ":wave:" + today);
        return telling.tell(Outstanding.WAVE, Outstanding.WAVE_INSTEAD, params);
    }

    private static List<LocalDate> about(List<Planned> going, Wave... waves) {
        var kinds = List.of(waves);
        var dates = going.stream()
                .filter(wave -> kinds.contains(wave.wave()))
                .map(Planned::about)
                .distinct()
                .toList();
        return dates.isEmpty() ? List.of(NONE) : dates;
    }
}
