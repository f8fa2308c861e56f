package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ordinary diagrams and rule tables do works behind all four layers. */
class OrdinaryModelsTest {

    @Test
    void ordinary_expressions_work_behind_all_layers() {
        try (var engine = SmallEngine.with(Layers.ALL)) {
            engine.rolledBack(() -> ordinary(engine));
        }
    }

    private static void ordinary(SmallEngine engine) {
        deploy(
                engine,
                process(
                        """
                    <userTask id='Bait' name='Việc của ${person.name}' camunda:candidateGroups='canbo' camunda:dueDate='${now()}' camunda:priority='${level + 1}'>
                      <documentation>Cấp ${level}</documentation>
                      <extensionElements>
                        <camunda:inputOutput>
                          <camunda:inputParameter name="first">${items[0]}</camunda:inputParameter>
                          <camunda:inputParameter name="age">${person['age'] &gt;= 18 ? 'lớn' : 'nhỏ'}</camunda:inputParameter>
                          <camunda:inputParameter name="key">${execution.processBusinessKey}</camunda:inputParameter>
                          <camunda:inputParameter name="soon">${deadlines.next(execution)}</camunda:inputParameter>
                          <camunda:inputParameter name="sum">${(level + 2) * 3 == 9 and not empty items}</camunda:inputParameter>
                        </camunda:inputOutput>
                      </extensionElements>
                    </userTask>"""));
        start(
                engine,
                Map.of(
                        "level", 1,
                        "items", List.of("một", "hai"),
                        "person", Map.of("name", "Đào", "age", 20),
                        "day", java.time.LocalDate.of(2026, 6, 20),
                        "share", new java.math.BigDecimal("1.50")));

        var task = engine.engine.getTaskService().createTaskQuery().singleResult();
        assertThat(task.getName()).isEqualTo("Việc của Đào");
        assertThat(task.getDescription()).isEqualTo("Cấp 1");
        assertThat(task.getPriority()).isEqualTo(2);
        assertThat(task.getDueDate()).isNotNull();
        assertThat(engine.engine.getTaskService().getVariables(task.getId()))
                .containsEntry("first", "một")
                .containsEntry("age", "lớn")
                .containsEntry("key", "attack:1")
                .containsEntry("soon", "PT1H")
                .containsEntry("sum", true)
                .containsEntry("day", java.time.LocalDate.of(2026, 6, 20))
                .containsEntry("share", new java.math.BigDecimal("1.50"))
                .containsEntry("items", List.of("một", "hai"));
    }

    @Test
    void rule_tables_in_feel_work_behind_all_layers() {
        try (var engine = SmallEngine.with(Layers.ALL)) {
            engine.rolledBack(() -> {
                engine.engine
                        .getRepositoryService()
                        .createDeployment()
                        .addInputStream(
                                "weather.dmn",
                                new java.io.ByteArrayInputStream(
                                        Samples.file("weather.dmn").content()))
                        .deploy();
                var decisions = engine.engine.getDecisionService();
                assertThat((Boolean) decisions
                                .evaluateDecisionTableByKey("weather", Map.of("unitLevel", 2))
                                .getSingleEntry())
                        .isTrue();
                assertThat((Boolean) decisions
                                .evaluateDecisionTableByKey("weather", Map.of("unitLevel", 3))
                                .getSingleEntry())
                        .isFalse();
            });
        }
    }

    private static String process(String step) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='D' targetNamespace='t'>"
                + "<process id='attack' isExecutable='true' camunda:historyTimeToLive='P1D'><startEvent id='Start'/><sequenceFlow id='f1' sourceRef='Start' targetRef='Bait'/>"
                + step
                + "<sequenceFlow id='f2' sourceRef='Bait' targetRef='End'/><endEvent id='End'/></process></definitions>";
    }

    private static void deploy(SmallEngine engine, String diagram) {
        engine.engine
                .getRepositoryService()
                .createDeployment()
                .addString("bpmn/attack/attack.bpmn", diagram)
                .deploy();
    }

    private static void start(SmallEngine engine, Map<String, Object> variables) {
        engine.engine.getRuntimeService().startProcessInstanceByKey("attack", "attack:1", variables);
    }
}
