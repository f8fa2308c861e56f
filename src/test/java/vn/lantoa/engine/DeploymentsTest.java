package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class DeploymentsTest {

    @Autowired
    Deployments deployments;

    @Autowired
    Processes processes;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void of_two_nodes_that_start_at_once_with_a_changed_file_one_makes_the_version() throws Exception {
        deployments.deploy(Samples.walk());
        for (int round = 0; round < 5; round++) {
            var changed = renamed("Chọn đường " + round);
            var before = versions();
            var together = new CyclicBarrier(2);
            Callable<Void> node = () -> {
                together.await();
                deployments.deploy(changed);
                return null;
            };
            var nodes = Executors.newFixedThreadPool(2);
            try {
                for (var done : nodes.invokeAll(List.of(node, node))) {
                    done.get();
                }
            } finally {
                nodes.shutdown();
            }

            assertThat(versions()).hasSize(before.size() + 1).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_changed_form_makes_a_new_version_of_its_process_with_all_its_files() {
        deployments.deploy(Samples.walk());
        var before = versions().size();
        var files = new ArrayList<>(Samples.walk());
        files.replaceAll(file -> file.ending().equals("form") ? changed(file, "Đường", "Lối") : file);
        deployments.deploy(files);

        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("walk")
                .latestVersion()
                .singleResult();
        assertThat(versions()).hasSize(before + 1);
        assertThat(repository.getDeploymentResourceNames(newest.getDeploymentId()))
                .containsExactlyInAnyOrder(
                        "bpmn/sample/walk.bpmn", "bpmn/sample/weather.dmn", "forms/sample/walk-choose.form");
    }

    @Test
    void a_hostile_file_is_refused_whatever_way_it_comes() {
        var hostile = changed(Samples.file("walk.bpmn"), "name=\"Chọn đường\"", "name=\"${x.y()}\"");

        assertThatThrownBy(() -> deployments.deploy(
                        List.of(hostile, Samples.file("weather.dmn"), Samples.file("walk-choose.form"))))
                .hasStackTraceContaining("only ${variable} or ${map.key} may stand in a text");
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("x.bpmn", new String(hostile.content(), StandardCharsets.UTF_8))
                        .deploy())
                .hasStackTraceContaining("Choose (line");
    }

    @Test
    void running_cases_that_no_longer_pass_are_reported(CapturedOutput output) {
        deployments.deploy(Samples.walk());
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            processes.start("walk", new DossierKey("walk", "reported"), Map.of("unitLevel", 1));
            jdbc.sql("update act_ge_bytearray set bytes_ = ? where name_ = 'bpmn/sample/walk.bpmn'")
                    .params(changed(Samples.file("walk.bpmn"), "<bpmn:endEvent", "<bpmn:scriptTask")
                            .content())
                    .update();
            deployments.reportRunning();
        });

        assertThat(output.getOut())
                .contains("no longer passes the rules")
                .contains("running cases")
                .contains("walk version");
    }

    @Test
    void what_a_page_released_stays_in_service_and_what_is_shipped_anew_is_laid_aside() {
        deployments.deploy(Samples.walk());
        try {
            deployments.release("walk", renamed("Chọn đường trên trang"));
            var before = versions();
            deployments.deploy(Samples.walk());
            assertThat(versions()).as("what was shipped before is nothing new").isEqualTo(before);
            assertThat(deployments.aside()).noneMatch(aside -> aside.process().equals("walk"));

            deployments.deploy(renamed("Chọn đường của bản mới"));
            assertThat(versions()).isEqualTo(before);
            assertThat(deployments.aside())
                    .filteredOn(aside -> aside.process().equals("walk"))
                    .singleElement()
                    .satisfies(
                            aside -> assertThat(new String(aside.files().get(0).content(), StandardCharsets.UTF_8))
                                    .contains("Chọn đường của bản mới"));
        } finally {
            // The other tests of this class ship versions of the same process.
            jdbc.sql(
                            "update act_re_deployment set source_ = 'lantoa' where source_ = 'lantoa-page' and name_ = 'sample/walk'")
                    .update();
        }
    }

    private List<ModelFile> renamed(String name) {
        var files = new ArrayList<>(Samples.walk());
        files.replaceAll(file -> file.id().equals("walk") ? changed(file, "Chọn đường", name) : file);
        return files;
    }

    private static ModelFile changed(ModelFile file, String from, String to) {
        var text = new String(file.content(), StandardCharsets.UTF_8);
        return new ModelFile(file.name(), text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private List<Integer> versions() {
        return repository.createProcessDefinitionQuery().processDefinitionKey("walk").list().stream()
                .map(ProcessDefinition::getVersion)
                .toList();
    }
}
