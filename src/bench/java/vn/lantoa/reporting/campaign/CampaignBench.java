package vn.lantoa.reporting.campaign;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.LanToa;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.TreeGenerator;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/**
 * What a campaign takes, on a PostgreSQL of its own: each figure is a ratio to something measured in the same run. Writes
 * {@code src/docs/benchmarks.md} and ends with 1 when a goal is missed. Run by {@code mvn -Pbench verify}, never as a test.
 */
public final class CampaignBench {

    private static final int ROUNDS = 7;
    private static final ReportingPeriod PERIOD = ReportingPeriod.firstHalfOf(2027);

    private record Line(String what, String measured, String reference, double ratio, String goal, boolean met) {}

    private final int size;
    private final int sample;
    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Line> lines = new ArrayList<>();

    private CampaignBench(int size, int sample, ConfigurableApplicationContext context) {
        this.size = size;
        this.sample = sample;
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
        var size = Integer.getInteger("bench.units", 10_000);
        try (var server = EmbeddedPostgres.start();
                var context = new SpringApplicationBuilder(LanToa.class)
                        .profiles("postgres")
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=",
                                "--lantoa.organization.seed=none",
                                "--lantoa.audit.key=the-key-of-the-bench-the-key-of-the-bench",
                                "--lantoa.audit.head-file="
                                        + Files.createTempDirectory("bench").resolve("audit-head"),
                                "--lantoa.campaign.wake=86400000",
                                "--lantoa.campaign.every=86400000")) {
            var bench = new CampaignBench(size, Integer.getInteger("bench.sample", 300), context);
            bench.run();
            Files.writeString(Path.of("src", "docs", "benchmarks.md"), bench.written());
            System.exit(bench.lines.stream().allMatch(Line::met) ? 0 : 1);
        }
    }

    private void run() {
        itIs(LocalDate.of(2027, 5, 20));
        var grower = context.getBean(TreeGenerator.class);
        // The sample is asked unit by unit, as by hand; it stands in a tree of its own, so that it leaves the
        // campaign's alone.
        var alone = grower.generate(1, Math.max(2 * sample, 200), "S", "no-password");
        var tree = grower.generate(2, size, "B", "no-password");
        jdbc.sql("analyze").update();
        var single = opening(alone.grassroots());
        var campaign = campaign(tree.root(), single);
        branch(campaign, tree.root(), tree.provinces().get(0));
        wave(campaign);
    }

    /** Nanoseconds a unit, one engine call and one transaction each. */
    private double opening(List<UnitId> units) {
        var reports = context.getBean(Reports.class);
        var asked = units.subList(0, Math.min(sample, units.size()));
        asked.subList(0, 30).forEach(unit -> reports.open(superiorOf(unit), unit, PERIOD));
        var rest = asked.subList(30, asked.size());
        var officers = new HashMap<UnitId, Actor>();
        rest.forEach(unit -> officers.put(unit, superiorOf(unit)));
        var began = System.nanoTime();
        rest.forEach(unit -> reports.open(officers.get(unit), unit, PERIOD));
        return (System.nanoTime() - began) / (double) rest.size();
    }

    private CampaignId campaign(UnitId root, double single) {
        var officer = officer("b");
        var began = System.nanoTime();
        var outcome = context.getBean(Campaigns.class).open(officer, root, PERIOD);
        context.getBean(CampaignOpening.class).workThrough();
        var took = System.nanoTime() - began;
        var id = ((CampaignOutcome.Done) outcome).campaign();
        var opened = context.getBean(Campaigns.class).progress(officer, id).opened();
        var each = took / (double) opened;
        line(
                "Opening a campaign of %,d units, against one engine call a unit (sample of %d)"
                        .formatted(opened, sample - 30),
                "%.2f ms a unit, %.1f s".formatted(each / 1e6, took / 1e9),
                "%.2f ms a unit".formatted(single / 1e6),
                single / each,
                "at least 5",
                single / each >= 5);
        return id;
    }

    /** The campaign page of the root and of a province, against its bare query. */
    private void branch(CampaignId campaign, UnitId root, UnitId province) {
        var rates = context.getBean(CampaignRates.class);
        var officer = officer("b");
        for (var unit : List.of(root, province)) {
            var page = median(() -> rates.of(officer, campaign, unit));
            var bare = median(() -> jdbc.sql(
                            """
                            select b.child_id, count(*), sum(case when r.first_sent_at is not null then 1 else 0 end)
                            from campaign_branch b join campaign_unit u on u.campaign_id = b.campaign_id and u.unit_id = b.unit_id
                            left join report r on r.id = u.report_id
                            where b.campaign_id = ? and b.ancestor_id = ? group by b.child_id""")
                    .params(campaign.value(), unit.value())
                    .query()
                    .listOfRows());
            line(
                    "A branch of the campaign page: " + (unit.equals(root) ? "the root" : "a province"),
                    "%.1f ms".formatted(page / 1e6),
                    "%.1f ms, its bare group by".formatted(bare / 1e6),
                    page / bare,
                    "reported",
                    true);
        }
    }

    /** The wave ten working days before the grassroots' date, against an insert of as many notices by one bare statement. */
    private void wave(CampaignId campaign) {
        var waves = context.getBean(Waves.class);
        itIs(due(campaign).minusDays(20));
        var bare = new double[1];
        var day = due(campaign).minusDays(20);
        while (told(campaign) == 0 && day.isBefore(due(campaign))) {
            itIs(day);
            var began = System.nanoTime();
            var told = waves.send(campaign);
            var took = System.nanoTime() - began;
            if (told > 0) {
                bare[0] = transaction.execute(status -> {
                    var start = System.nanoTime();
                    jdbc.sql(
                                    """
                                    insert into notice (person_id, kind, details, dossier_type, dossier_id, link, dedupe, told_at, mailed)
                                    select person_id, kind, details, dossier_type, dossier_id, link, 'bare', told_at, mailed
                                    from notice where kind like 'campaign.%'""")
                            .update();
                    status.setRollbackOnly();
                    return (double) (System.nanoTime() - start);
                });
                line(
                        "A wave that tells %,d officers, against one bare insert of the same notices".formatted(told),
                        "%.0f ms".formatted(took / 1e6),
                        "%.0f ms".formatted(bare[0] / 1e6),
                        took / bare[0],
                        "reported (the goal of 2 is against the wave's own statement)",
                        true);
            }
            day = day.plusDays(1);
        }
    }

    private LocalDate due(CampaignId campaign) {
        return jdbc.sql("select min(due) from campaign_level where campaign_id = ? and level_no = 4")
                .param(campaign.value())
                .query(LocalDate.class)
                .single();
    }

    private long told(CampaignId campaign) {
        return jdbc.sql("select count(*) from campaign_wave where campaign_id = ? and state = 'SENT'")
                .param(campaign.value())
                .query(Long.class)
                .single();
    }

    private static double median(Runnable work) {
        work.run();
        var times = new double[ROUNDS];
        for (var i = 0; i < ROUNDS; i++) {
            var began = System.nanoTime();
            work.run();
            times[i] = System.nanoTime() - began;
        }
        java.util.Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private void line(String what, String measured, String reference, double ratio, String goal, boolean met) {
        lines.add(new Line(what, measured, reference, ratio, goal, met));
    }

    private Actor superiorOf(UnitId unit) {
        var units = context.getBean(Units.class);
        var superior = units.superiorOf(unit).orElseThrow();
        return officer(units.find(superior).orElseThrow().code().toLowerCase(Locale.ROOT));
    }

    private Actor officer(String code) {
        return context.getBean(People.class).actor("canbo." + code).orElseThrow();
    }

    private void itIs(LocalDate day) {
        var then = day.atTime(9, 0).atZone(VietnamTime.ZONE).toInstant();
        context.getBean(HouseClock.class).setOffset(Duration.between(Instant.now(), then));
    }

    private String written() {
        var page = new StringBuilder(
                """
                # Benchmarks

                Written by `mvn -Pbench verify` (`CampaignBench`). Each figure is a ratio within one run on one machine; seconds are there to be
                understood, not to be compared.

                """);
        page.append(
                "Parameters: %,d units, sample %d, history level %s, heap %d MB, Java %s, %d cores, PostgreSQL embedded, %s.%n%n"
                        .formatted(
                                size,
                                sample,
                                jdbc.sql("select value_ from act_ge_property where name_ = 'historyLevel'")
                                                .query(String.class)
                                                .single()
                                                .equals("2")
                                        ? "AUDIT"
                                        : "ACTIVITY",
                                Runtime.getRuntime().maxMemory() >> 20,
                                Runtime.version().feature(),
                                Runtime.getRuntime().availableProcessors(),
                                LocalDate.now(VietnamTime.ZONE)));
        page.append("| what | measured | reference | ratio | goal | met |\n|---|---|---|---|---|---|\n");
        lines.forEach(line -> page.append("| %s | %s | %s | %.2f | %s | %s |%n"
                .formatted(
                        line.what(),
                        line.measured(),
                        line.reference(),
                        line.ratio(),
                        line.goal(),
                        line.met() ? "yes" : "**no**")));
        return page.toString();
    }
}
