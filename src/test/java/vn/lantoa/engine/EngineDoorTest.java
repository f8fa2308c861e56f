package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@RecordApplicationEvents
class EngineDoorTest {

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    HumanTasks tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEvents events;

    final DossierKey dossier =
            new DossierKey("walk", UUID.randomUUID().toString().substring(0, 30));

    @BeforeEach
    void deploy() {
        deployments.deploy(Samples.walk());
    }

    @Test
    void an_opened_task_tells_its_step_and_dossier() {
        processes.start("walk", dossier, Map.of("unitLevel", 1));

        var opened = opened(0);
        assertThat(opened.dossier()).isEqualTo(dossier);
        assertThat(opened.step().process()).isEqualTo("walk");
        assertThat(opened.step().processName()).isEqualTo("Đi dạo");
        assertThat(opened.step().step()).isEqualTo("Choose");
        assertThat(opened.step().post()).isEqualTo("canbo");
        assertThat(opened.step().unitRole()).isEqualTo("own");
        assertThat(List.copyOf(opened.step().outcomes().keySet())).containsExactly("go", "stay");
        assertThat(tasks.step(opened.taskId())).contains(opened.step());
        assertThat(tasks.form(opened.step()).orElseThrow().path("id").asText()).isEqualTo("walk-choose");
        assertThat(tasks.open()).extracting(TaskOpened::taskId).contains(opened.taskId());
    }

    @Test
    void completing_moves_the_token_through_the_rule_table() {
        processes.start("walk", dossier, Map.of("unitLevel", 1));
        tasks.complete(opened(0).taskId(), "go", Map.of());

        assertThat(closed()).singleElement().satisfies(closed -> assertThat(closed.completed())
                .isTrue());
        var confirm = opened(1).step();
        assertThat(confirm.step()).isEqualTo("Confirm");
        assertThat(confirm.unitRole()).isEqualTo("superior");
        assertThat(confirm.fourEyes()).contains("Choose");
        assertThat(processes.picture(dossier).orElseThrow().here()).containsExactly("Confirm");
        assertThat(processes.picture(dossier).orElseThrow().passed()).contains("Started", "Choose", "Weather", "Which");

        tasks.complete(opened(1).taskId(), "done", Map.of());
        assertThat(processes.running(dossier)).isFalse();
        assertThat(processes.picture(dossier).orElseThrow().here()).isEmpty();
    }

    @Test
    void a_message_cancels_the_task_and_a_second_one_finds_nobody() {
        processes.start("walk", dossier, Map.of("unitLevel", 1));

        assertThat(processes.tell("Message_stopped", dossier, Map.of())).isTrue();
        assertThat(closed()).singleElement().satisfies(closed -> assertThat(closed.completed())
                .isFalse());
        assertThat(processes.tell("Message_stopped", dossier, Map.of())).isFalse();
    }

    @Test
    void a_deleted_case_closes_its_tasks() {
        processes.start("walk", dossier, Map.of("unitLevel", 1));
        runtime.deleteProcessInstance(opened(0).instance(), "gone");

        assertThat(closed())
                .extracting(TaskClosed::taskId)
                .containsExactly(opened(0).taskId());
    }

    @Test
    void a_migrated_task_opens_anew_in_its_new_version() {
        processes.start("walk", dossier, Map.of("unitLevel", 1));
        var files = new ArrayList<>(Samples.walk());
        files.replaceAll(file -> !file.id().equals("walk")
                ? file
                : new ModelFile(
                        file.name(),
                        new String(file.content(), java.nio.charset.StandardCharsets.UTF_8)
                                .replace("Chọn đường", "Chọn lối")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        deployments.deploy(files);
        var old = opened(0);
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("walk")
                .latestVersion()
                .singleResult();

        runtime.newMigration(runtime.createMigrationPlan(old.step().definition(), newest.getId())
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(old.instance())
                .execute();

        assertThat(opened(1).taskId()).isEqualTo(old.taskId());
        assertThat(opened(1).step().name()).isEqualTo("Chọn lối");
    }

    @Test
    void a_called_process_is_about_its_callers_dossier() {
        processes.start("outing", dossier, Map.of("unitLevel", 1));

        assertThat(opened(0).dossier()).isEqualTo(dossier);
        assertThat(processes.picture(dossier).orElseThrow().here()).containsExactly("Walk");
    }

    @Test
    void a_task_that_is_gone_says_so() {
        assertThatThrownBy(() -> tasks.complete("no-such-task", "go", Map.of())).isInstanceOf(TaskGone.class);
        assertThat(tasks.step("no-such-task")).isEmpty();
    }

    @Test
    void of_two_completions_at_once_one_wins_and_the_other_hears_that_the_task_is_gone() throws Exception {
        for (int round = 0; round < 20; round++) {
            var key =
                    new DossierKey("walk", "race-" + round + "-" + dossier.id().substring(0, 8));
            processes.start("walk", key, Map.of("unitLevel", 1));
            var task = tasks.open().stream()
                    .filter(open -> open.dossier().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .taskId();
            var together = new CyclicBarrier(2);
            Callable<String> completion = () -> {
                together.await();
                try {
                    transactions.executeWithoutResult(status -> tasks.complete(task, "stay", Map.of()));
                    return "done";
                } catch (TaskGone e) {
                    return "gone";
                }
            };
            var pool = Executors.newFixedThreadPool(2);
            try {
                var outcomes = pool.invokeAll(List.of(completion, completion));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder("done", "gone");
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void what_is_rolled_back_outside_never_happened_inside() {
        processes.start("walk", dossier, Map.of("unitLevel", 1));
        var task = opened(0).taskId();
        transactions.executeWithoutResult(status -> {
            tasks.complete(task, "stay", Map.of());
            status.setRollbackOnly();
        });

        assertThat(tasks.step(task)).isPresent();
    }

    @Test
    void unchanged_files_make_no_new_version() {
        deployments.deploy(Samples.walk());
        var before = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("walk")
                .count();
        deployments.deploy(Samples.walk());

        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("walk")
                        .count())
                .isEqualTo(before);
    }

    @Test
    void an_object_with_methods_is_no_variable() {
        assertThatThrownBy(() -> processes.start("walk", dossier, Map.of("unitLevel", new java.io.File("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unitLevel");
        assertThatThrownBy(() -> processes.start("walk", dossier, Map.of("note", "x".repeat(4001))))
                .hasMessageContaining("too long");
    }

    private TaskOpened opened(int place) {
        return events.stream(TaskOpened.class).toList().get(place);
    }

    private List<TaskClosed> closed() {
        return events.stream(TaskClosed.class).toList();
    }
}
