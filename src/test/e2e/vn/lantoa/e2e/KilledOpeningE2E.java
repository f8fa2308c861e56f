package vn.lantoa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of the process that opens a campaign, at random points, started again each time: in the end every unit has one report, one
 * running process and one task. Takes minutes, so only when it is asked for: {@code -Dlantoa.kills=6} (src/docs/campaigns.md);
 * {@code CampaignOpeningTest} breaks the same work off inside one process on every build.
 */
@EnabledIfSystemProperty(named = "lantoa.kills", matches = "[1-9]\\d?")
class KilledOpeningE2E {

    private static final Logger LOG = LoggerFactory.getLogger(KilledOpeningE2E.class);

    private static final String PASSWORD = "lantoa-demo-2026";
    private static final String OFFICER = "canbo.tld";
    private static final int KILLS = Integer.getInteger("lantoa.kills", 6);
    private static final int UNITS = Integer.getInteger("lantoa.kill.units", 6_000);
    private static final long SEED = Long.getLong("lantoa.kill.seed", System.nanoTime());

    /** The demo's tree with so many grassroots unions more below one commune of Điện Biên. */
    private static final List<String> MORE = List.of(
            "insert into unit (code, kind, level, name, parent_id, valid_from, search_text, sort_key)"
                    + " select 'KILL-' || x, 'GRASSROOTS_UNION', 4, 'CĐCS số ' || x, c.id, date '2025-07-01', 'cdcs so ' || x,"
                    + " 'cdcs so ' || x from system_range(1, %d) cross join (select min(id) as id from unit where parent_id ="
                    + " (select id from unit where code = 'LDLD-11')) c",
            "insert into unit_version (unit_id, name, parent_id, valid_from, sort_key)"
                    + " select id, name, parent_id, valid_from, sort_key from unit where code like 'KILL-%%'",
            "insert into unit_closure (ancestor_id, descendant_id, depth) select c.ancestor_id, u.id, c.depth + 1 from unit u"
                    + " join unit_closure c on c.descendant_id = u.parent_id where u.code like 'KILL-%%' union all"
                    + " select id, id, 0 from unit where code like 'KILL-%%'");

    private final Random random = new Random(SEED);

    @Test
    void every_unit_is_opened_once_whenever_the_process_is_killed() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed-");
        var database = "jdbc:h2:file:" + folder.resolve("data").resolve("lantoa");
        start(folder).close();
        try (var connection = DriverManager.getConnection(database, "lantoa", "lantoa");
                var statement = connection.createStatement()) {
            for (var sql : MORE) {
                statement.executeUpdate(sql.formatted(UNITS));
            }
        }
        String campaign = null;
        for (var kill = 0; kill < KILLS; kill++) {
            var jar = start(folder);
            var desk = new ApiDesk(jar.address(), PASSWORD);
            campaign = campaign == null ? launched(desk) : campaign;
            var target = random.nextInt(UNITS / KILLS) + kill * UNITS / KILLS;
            var done = until(desk, campaign, target);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            jar.kill();
            LOG.info("killed at {} of {} or some later", done, UNITS);
            assertThat(whole(database, campaign))
                    .as("after kill %d, seed %d", kill, SEED)
                    .isEmpty();
        }
        var begun = Instant.now();
        try (var jar = start(folder)) {
            until(new ApiDesk(jar.address(), PASSWORD), campaign, Integer.MAX_VALUE);
        }
        LOG.info("whole after the last start in {}, seed {}", Duration.between(begun, Instant.now()), SEED);
        assertThat(whole(database, campaign)).isEmpty();
        assertThat(count(database, "select count(*) from campaign_unit where report_id is not null"))
                .isEqualTo(UNITS + 16);
        assertThat(count(database, "select count(*) from campaign where state = 'OPEN'"))
                .isEqualTo(1);
    }

    private static RunningJar start(Path folder) throws Exception {
        return RunningJar.demo(folder, "--lantoa.campaign.chunk=100");
    }

    private static String launched(ApiDesk desk) {
        String campaign = JsonPath.read(
                desk.post(OFFICER, "/api/v1/campaigns", "{\"period\":\"2026-Y\",\"root\":\"LDLD-11\"}"), "$.id");
        desk.post(OFFICER, "/api/v1/campaigns/" + campaign + "/launch", "");
        return campaign;
    }

    /** Waits until so many reports are open, or all. */
    private static int until(ApiDesk desk, String campaign, int target) throws InterruptedException {
        while (true) {
            var answer = desk.get(OFFICER, "/api/v1/campaigns/" + campaign);
            int done = JsonPath.read(answer, "$.progress.done");
            if (done >= target || "OPEN".equals(JsonPath.read(answer, "$.state"))) {
                return done;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** What is not as it must be, in words: chunks are there as a whole or not at all, and nothing twice. */
    private static List<String> whole(String database, String campaign) throws SQLException {
        var faults = new java.util.ArrayList<String>();
        var reports = "from report r join campaign_unit u on u.unit_id = r.unit_id and u.campaign_id = " + campaign
                + " where r.period = '2026-Y'";
        look(
                faults,
                database,
                "units with two reports",
                "select count(*) from (select r.unit_id " + reports + " group by r.unit_id having count(*) > 1) x");
        look(
                faults,
                database,
                "reports the campaign does not know",
                "select count(*) " + reports + " and (u.report_id is null or u.report_id <> r.id)");
        look(
                faults,
                database,
                "reports without exactly one task",
                "select count(*) " + reports
                        + " and (select count(*) from task t where t.dossier_type = 'report' and t.dossier_id = cast(r.id as varchar)) <> 1");
        look(
                faults,
                database,
                "reports without exactly one process",
                "select count(*) " + reports
                        + " and (select count(*) from act_ru_execution e where e.business_key_ = 'report:' || cast(r.id as varchar)"
                        + " and e.parent_id_ is null) <> 1");
        look(
                faults,
                database,
                "chunks that are half open",
                "select count(*) from campaign_chunk k where k.campaign_id = "
                        + campaign + " and (select count(*) from campaign_unit u where u.campaign_id = k.campaign_id"
                        + " and u.unit_id between k.first_unit and k.last_unit and u.status in ('EXPECTED', 'NEW') and u.report_id is not null)"
                        + " <> case when k.state = 'DONE' then k.units else 0 end");
        return faults;
    }

    private static void look(List<String> faults, String database, String what, String sql) throws SQLException {
        var found = count(database, sql);
        if (found > 0) {
            faults.add(found + " " + what);
        }
    }

    private static long count(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "lantoa", "lantoa");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
