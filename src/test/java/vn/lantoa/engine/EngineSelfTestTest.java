package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The start-up self-test: silent on the engine of production, and loud whatever is missing. */
class EngineSelfTestTest {

    static Stream<String> alone() {
        return Stream.of("linter", "gate", "resolver", "switches");
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
}
