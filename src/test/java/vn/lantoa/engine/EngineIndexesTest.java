package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.TestDatabase;

/** PostgreSQL tells which tables were read from end to end although it was asked not to: those queries have no index. */
@IntegrationTest
class EngineIndexesTest {

    /** A handful of rows, whatever the number of cases. */
    private static final List<String> SMALL = List.of(
            "act_ge_property",
            "act_re_procdef",
            "act_re_deployment",
            "act_re_decision_def",
            "act_re_camformdef",
            "act_re_decision_req_def",
            "act_ru_jobdef",
            "act_ru_meter_log");

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    HumanTasks tasks;

    @Autowired
    ProcessEngine engine;

    @AfterEach
    void scanAgain() {
        if (TestDatabase.postgres()) {
            scanning("reset enable_seqscan");
        }
    }

    @Test
    void a_case_from_start_to_end_reads_no_growing_table_from_end_to_end() {
        assumeTrue(TestDatabase.postgres(), "PostgreSQL alone counts its scans");
        deployments.deploy(Samples.walk());
        scanning("set enable_seqscan = off");

        assertThat(scannedDuring("done", "stopped")).isEmpty();

        jdbc.sql("drop index lt_ru_task_parent").update();
        assertThat(scannedDuring("seen")).as("so the test does notice").containsExactly("act_ru_task");
        jdbc.sql("create index lt_ru_task_parent on act_ru_task (parent_task_id_)")
                .update();
    }

    private List<String> scannedDuring(String... ends) {
        var before = scans();
        Stream.of(ends).forEach(this::walk);
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(configuration.getJobExecutor()));
        return scans().entrySet().stream()
                .filter(table ->
                        !SMALL.contains(table.getKey()) && table.getValue() > before.getOrDefault(table.getKey(), 0L))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void walk(String end) {
        var dossier = new DossierKey("walk", "index-" + end);
        processes.start("walk", dossier, Map.of("unitLevel", 1));
        if (end.equals("stopped")) {
            processes.tell("Message_stopped", dossier, Map.of());
            return;
        }
        tasks.complete(open(dossier), "go", Map.of());
        tasks.complete(open(dossier), "done", Map.of());
    }

    private String open(DossierKey dossier) {
        return jdbc.sql(
                        "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ?")
                .params(dossier.toString())
                .query(String.class)
                .single();
    }

    private void scanning(String setting) {
        jdbc.sql("do $$ begin execute 'alter database ' || current_database() || ' " + setting + "'; end $$")
                .update();
        ((HikariDataSource) database).getHikariPoolMXBean().softEvictConnections();
    }

    /** A connection tells its counts when it likes, and for sure when it ends: all that worked so far end first, but for the one that listens to other nodes. */
    private Map<String, Long> scans() {
        var before =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        ((HikariDataSource) database).getHikariPoolMXBean().softEvictConnections();
        await().until(() -> jdbc.sql(
                                "select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and backend_start < ? and pid <> pg_backend_pid() and application_name <> 'lantoa_pages'")
                        .param(before)
                        .query(Integer.class)
                        .single()
                == 0);
        jdbc.sql("select pg_stat_clear_snapshot()").query().listOfRows();
        return jdbc
                .sql("select relname, seq_scan from pg_stat_user_tables where relname like 'act\\_%'")
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
