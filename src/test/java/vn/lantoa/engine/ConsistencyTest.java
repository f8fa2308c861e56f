package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@Transactional
class ConsistencyTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @BeforeEach
    void walk() {
        deployments.deploy(Samples.walk());
        processes.start("outing", new DossierKey("walk", "consistent"), Map.of("unitLevel", 1));
    }

    @Test
    void a_healthy_engine_breaks_no_rule() {
        Consistency.check(jdbc);
    }

    @Test
    void a_task_that_nobody_may_do_is_found() {
        jdbc.sql("delete from act_ru_identitylink").update();

        assertThat(Consistency.broken(jdbc))
                .isNotEmpty()
                .allMatch(broken -> broken.startsWith("task without a candidate"));
    }

    @Test
    void a_task_gone_without_trace_is_found() {
        jdbc.sql("delete from act_ru_identitylink").update();
        jdbc.sql("delete from act_ru_task").update();
        jdbc.sql("delete from act_ru_event_subscr").update();

        assertThat(Consistency.broken(jdbc))
                .isNotEmpty()
                .allMatch(broken -> broken.startsWith("instance without a wait state"));
    }

    @Test
    void a_task_without_dossier_is_found() {
        jdbc.sql("update act_ru_execution set business_key_ = null").update();

        assertThat(Consistency.broken(jdbc))
                .isNotEmpty()
                .allMatch(broken -> broken.startsWith("task without a dossier"));
    }
}
