package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each of the four layers with the others off, on a live engine: what it stops is exactly what the corpus says. */
class DiagramSafetyTest {

    static final Map<String, Layers> ALONE = new LinkedHashMap<>(Map.of(
            "linter", Layers.ALL.withoutGate().withoutResolver().withoutSwitches(),
            "gate", Layers.ALL.withoutLinter().withoutResolver().withoutSwitches(),
            "resolver", Layers.ALL.withoutLinter().withoutGate().withoutSwitches(),
            "switches", Layers.ALL.withoutLinter().withoutGate().withoutResolver()));

    @Test
    void without_any_layer_every_attack_of_the_corpus_succeeds() {
        assertThat(Attack.all()).hasSizeGreaterThanOrEqualTo(25);
        try (var open = SmallEngine.with(Layers.NONE)) {
            assertThat(failing(open)).isEqualTo(names(Attack.all().stream().filter(Attack::inert)));
        }
    }

    @Test
    void with_all_layers_no_attack_succeeds() {
        try (var safe = SmallEngine.with(Layers.ALL)) {
            assertThat(Attack.all()).noneMatch(safe.attacker()::succeeds);
        }
    }

    @ParameterizedTest
    @MethodSource("alone")
    void each_layer_alone_stops_what_the_corpus_says(String layer) {
        try (var engine = SmallEngine.with(ALONE.get(layer))) {
            assertThat(failing(engine))
                    .isEqualTo(names(Attack.all().stream()
                            .filter(attack ->
                                    attack.inert() || attack.stoppedBy().contains(layer))));
        }
    }

    static Stream<String> alone() {
        return Stream.of("linter", "gate", "resolver", "switches");
    }

    private static TreeSet<String> failing(SmallEngine engine) {
        var attacker = engine.attacker();
        return names(Attack.all().stream().filter(attack -> !attacker.succeeds(attack)));
    }

    private static TreeSet<String> names(Stream<Attack> attacks) {
        return attacks.map(Attack::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_self_test_finds_nothing_in_the_engine_of_production() {
        try (var safe = SmallEngine.with(Layers.ALL)) {
            assertThatCode(() -> safe.selfTest().run()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("alone")
    void the_self_test_notices_when_one_layer_is_missing(String layer) {
        var without = Map.of(
                "linter", Layers.ALL.withoutLinter(),
                "gate", Layers.ALL.withoutGate(),
                "resolver", Layers.ALL.withoutResolver(),
                "switches", Layers.ALL.withoutSwitches());
        try (var holed = SmallEngine.with(without.get(layer))) {
            assertThatThrownBy(() -> holed.selfTest().run())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("does not start")
                    .hasMessageContaining("\n  " + layer + ":");
        }
    }

    @Test
    void the_self_test_notices_what_another_plugin_put_back() {
        try (var holed = new SmallEngine(Layers.ALL, engine -> {
            engine.setBpmnParseFactory(BpmnParse::new);
            engine.setCustomPreDeployers(null);
            engine.setCustomPostVariableSerializers(null);
            engine.setScriptEngineResolver(null);
            engine.setScriptFactory(null);
            engine.setArtifactFactory(new DefaultArtifactFactory());
            engine.setDelegateInterceptor(new DefaultDelegateInterceptor());
            engine.setFormEngines(null);
            engine.setBeans(new HashMap<>(Map.of("bait", "x")));
            engine.setCmmnEnabled(true);
            engine.setStandaloneTasksEnabled(true);
            engine.setDbIdentityUsed(true);
            engine.setEnableExpressionsInStoredQueries(true);
            engine.setDeserializationTypeValidationEnabled(false);
        })) {
            assertThatThrownBy(() -> holed.selfTest().run())
                    .hasMessageContainingAll(
                            "the parser lets pass form handler class, task",
                            "the parser lets pass shell",
                            "the parser lets pass form validator class",
                            "linter: does not stand before",
                            "Java serialization is read",
                            "scripts have an engine",
                            "scripts can be made",
                            "scripts can be called",
                            "classes can be made",
                            "form templates are rendered",
                            "beans are reachable by name",
                            "cases are on",
                            "tasks without a process are on",
                            "the engine's own users are on",
                            "queries take expressions",
                            "types are not validated",
                            "an attack succeeded: class");
        }
    }

    @Test
    void the_self_test_notices_the_stock_expression_manager() {
        try (var holed =
                new SmallEngine(Layers.ALL, engine -> engine.setExpressionManager(new JuelExpressionManager()))) {
            assertThatThrownBy(() -> holed.selfTest().run())
                    .hasMessageContainingAll("\n  gate: lets pass", "\n  resolver: lets pass");
        }
    }

    @Test
    void an_expression_in_an_or_query_runs_nothing() {
        // CVE-2026-109432: or() goes past enableExpressionsInAdhocQueries=false.
        var attack = Attack.expressions().get(4);
        for (var layers : List.of(Layers.ALL, ALONE.get("gate"), ALONE.get("resolver"))) {
            try (var engine = SmallEngine.with(layers)) {
                assertThat(trips(() -> engine.engine
                                .getTaskService()
                                .createTaskQuery()
                                .or()
                                .taskAssigneeExpression(attack)
                                .endOr()
                                .list()))
                        .isFalse();
            }
        }
        try (var engine = SmallEngine.with(ALONE.get("switches"))) {
            assertThat(trips(() -> engine.engine
                            .getTaskService()
                            .createTaskQuery()
                            .or()
                            .taskAssigneeExpression(attack)
                            .endOr()
                            .list()))
                    .as("the known hole, open in 7.24.0 behind the switch alone")
                    .isTrue();
        }
    }

    @Test
    void an_expression_in_a_stored_filter_runs_nothing() {
        for (var layers : List.of(Layers.ALL, ALONE.get("gate"), ALONE.get("resolver"), ALONE.get("switches"))) {
            try (var engine = SmallEngine.with(layers)) {
                assertThat(storedFilterTrips(engine)).isFalse();
            }
        }
        try (var open = SmallEngine.with(Layers.NONE)) {
            assertThat(storedFilterTrips(open)).isTrue();
        }
    }

    private static boolean storedFilterTrips(SmallEngine engine) {
        return trips(() -> engine.rolledBack(() -> {
            var query = (TaskQueryImpl) engine.engine.getTaskService().createTaskQuery();
            query.taskAssigneeExpression(Attack.expressions().get(4));
            var filters = engine.engine.getFilterService();
            var filter = filters.saveFilter(filters.newTaskFilter("bait").setQuery(query));
            filters.list(filter.getId());
        }));
    }

    @Test
    void a_hostile_variable_does_not_take_a_delegates_place() {
        var diagram = process("<serviceTask id='Bait' camunda:delegateExpression='${probe}'/>");
        try (var open = SmallEngine.with(Layers.NONE)) {
            open.rolledBack(() -> {
                deploy(open, diagram);
                assertThat(trips(() -> start(open, Map.of("probe", new SmallEngine.Bait()))))
                        .isTrue();
            });
        }
        try (var engine = SmallEngine.with(ALONE.get("resolver"))) {
            engine.rolledBack(() -> {
                deploy(engine, diagram);
                assertThat(trips(() -> start(engine, Map.of("probe", new SmallEngine.Bait()))))
                        .isFalse();
            });
            assertThat(engine.called).containsExactly("Bait");
        }
        try (var engine = SmallEngine.with(Layers.ALL)) {
            Tripwire.arm();
            engine.rolledBack(() -> {
                deploy(engine, diagram);
                assertThatThrownBy(() -> start(engine, Map.of("probe", new SmallEngine.Bait())))
                        .hasMessageContaining("not a plain value");
                start(engine, Map.of("probe", "${bait.execute(execution)}"));
            });
            assertThat(engine.called).containsExactly("Bait");
            assertThat(Tripwire.tripped()).isFalse();
        }
    }

    @Test
    void a_diagram_swapped_in_the_database_is_refused_when_it_is_loaded_again() {
        try (var engine = SmallEngine.with(Layers.ALL)) {
            engine.rolledBack(() -> {
                deploy(engine, process("<serviceTask id='Bait' camunda:delegateExpression='${probe}'/>"));
                var hostile = process("<serviceTask id='Bait' camunda:class='" + Tripwire.class.getName() + "'/>");
                JdbcClient.create(engine.transactions.getDataSource())
                        .sql("update act_ge_bytearray set bytes_ = ? where name_ like '%.bpmn'")
                        .params(hostile.getBytes(StandardCharsets.UTF_8))
                        .update();
                engine.configuration.getDeploymentCache().discardProcessDefinitionCache();

                assertThat(trips(() -> start(engine, Map.of()))).isFalse();
                assertThatThrownBy(() -> start(engine, Map.of()))
                        .hasStackTraceContaining("camunda.org/schema/1.0/bpmn}class");
            });
        }
    }

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

    private static boolean trips(Runnable work) {
        Tripwire.arm();
        try {
            work.run();
        } catch (RuntimeException refused) {
            return Tripwire.tripped();
        }
        return Tripwire.tripped();
    }
}
