package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
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
