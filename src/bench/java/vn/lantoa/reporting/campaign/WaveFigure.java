package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.Locale;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;

/** A reminder wave against its one bare statement, each in a transaction that leaves nothing. */
public final class WaveFigure {

    private static final int WAVES = 2;
    private static final int MOST_DAYS = 60;

    private final House house;
    private final Findings findings;
    private final Waves waves;

    public WaveFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
        this.waves = house.bean(Waves.class);
    }

    /** Goes from day to day and measures the first waves that reach half the units or more. */
    public void measure(long number, int rounds) {
        var campaign = CampaignId.of(number);
        var outstanding = house.jdbc()
                .sql("select count(*) from campaign_unit u join report r on r.id = u.report_id"
                        + " where u.campaign_id = ? and r.first_sent_at is null")
                .param(number)
                .query(Integer.class)
                .single();
        var day = house.jdbc()
                .sql("select min(reference_date) from campaign where id = ?")
                .param(number)
                .query(LocalDate.class)
                .single();
        var measured = 0;
        for (var i = 0; i < MOST_DAYS && measured < WAVES; i++) {
            day = day.plusDays(1);
            house.itIs(day);
            var told = new int[1];
            house.undone(() -> told[0] = waves.send(campaign));
            if (told[0] >= outstanding / 2) {
                wave(campaign, day, outstanding, told[0], rounds, measured == 0);
                measured++;
            }
            waves.send(campaign);
        }
        if (measured == 0) {
            throw new IllegalStateException("no wave reached half the units");
        }
    }

    private void wave(CampaignId campaign, LocalDate day, int outstanding, int told, int rounds, boolean show) {
        var sent = house.databases().statementsOf(() -> house.undone(() -> waves.send(campaign))).stream()
                .filter(statement -> statement.contains("insert into notice"))
                .findFirst()
                .orElseThrow();
        // Written out, a question mark would be a parameter; there is none in it.
        var bare = sent.strip();
        var medians = Timing.medians(
                rounds,
                () -> house.undone(() -> waves.send(campaign)),
                () -> house.undone(() -> house.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                        .update(bare)));
        findings.times(
                String.format(
                        Locale.ROOT,
                        "A wave over %,d outstanding units on %s, telling %,d people",
                        outstanding,
                        day,
                        told),
                medians[0],
                "its one bare statement",
                medians[1],
                Goal.WAVE_AGAINST_BARE_SQL);
        if (show) {
            findings.show("Plan of the first wave", house.plan(bare));
        }
    }
}
