package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@Transactional
class OccupiedStepsTest {

    @Autowired
    OccupiedSteps occupied;

    @Autowired
    ProcessFiles processes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_case_before_what_is_done_for_each_of_many_stands_on_the_step_as_it_is_drawn() {
        var before = occupied.of("unit-report").getOrDefault("NumberReport", 0L);
        jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, proc_def_id_, act_id_)"
                        + " values ('waits', 1, 'waits', 'waits', ?, 'NumberReport#multiInstanceBody')")
                .param(processes.newest("unit-report").orElseThrow().definition())
                .update();

        assertThat(occupied.of("unit-report"))
                .containsEntry("NumberReport", Math.max(1L, before))
                .doesNotContainKey("NumberReport#multiInstanceBody");
    }
}
