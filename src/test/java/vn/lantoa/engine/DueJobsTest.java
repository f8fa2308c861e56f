package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class DueJobsTest {

    @Autowired
    DueJobs jobs;

    @Autowired
    EngineTime time;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void real_time_again() {
        time.setOffset(Duration.ZERO);
    }

    @Test
    void timers_run_at_their_own_time_one_after_the_other() {
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "due-jobs.bpmn",
                        Bpmn.createExecutableProcess("due-jobs")
                                .camundaHistoryTimeToLive(1)
                                .startEvent("Opened")
                                .intermediateCatchEvent("InADay")
                                .timerWithDuration("P1D")
                                .intermediateCatchEvent("ADayLater")
                                .timerWithDuration("P1D")
                                .endEvent("Closed")
                                .done())
                .deploy();
        runtime.startProcessInstanceByKey("due-jobs");
        var start = Instant.now();
        var dues = new ArrayList<Duration>();
        for (var due = jobs.nextAfter(start); due.isPresent() && dues.size() < 3; due = jobs.nextAfter(due.get())) {
            time.setOffset(Duration.between(Instant.now(), due.get()).plusMillis(1));
            assertThat(jobs.runAll()).isEqualTo(1);
            dues.add(Duration.ofHours(
                    Math.round(Duration.between(start, due.get()).toMinutes() / 60.0)));
        }
        assertThat(dues).isEqualTo(List.of(Duration.ofDays(1), Duration.ofDays(2)));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("due-jobs")
                        .count())
                .isZero();
        repository.deleteDeployment(deployment.getId(), true);
    }
}
