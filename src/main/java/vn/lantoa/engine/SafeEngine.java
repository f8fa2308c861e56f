package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts the four layers (SECURITY.md §2.2) into an engine's configuration before the engine is built. */
@Component
class SafeEngine {

    private final ModelRules rules;
    private final Catalogue catalogue;
    private final ExpressionCalls calls;

    SafeEngine(ModelRules rules, Catalogue catalogue, ExpressionCalls calls) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.calls = calls;
    }

    void secure(ProcessEngineConfigurationImpl engine, Layers layers) {
        if (layers.linter()) {
            engine.setCustomPreDeployers(new ArrayList<>(List.of(new SafeDiagramDeployer(rules))));
        }
        if (layers.switches()) {
            shut(engine);
        }
        engine.setExpressionManager(
                new SafeExpressionManager(layers, RuleList.load(), catalogue, calls, engine.getBeans()));
    }

    private static void shut(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(new HashMap<>());
        engine.setScriptEngineResolver(new Refusing.ScriptEngines());
        engine.setScriptFactory(new Refusing.Scripts());
        engine.setArtifactFactory(new Refusing.Classes());
        engine.setDelegateInterceptor(new Refusing.Interceptor());
        engine.setBpmnParseFactory(SafeBpmnParse::new);
        engine.setFormEngines(new HashMap<>());
        engine.setDefaultSerializationFormat(PlainValueSerializer.FORMAT);
        engine.setCustomPreVariableSerializers(new ArrayList<>(List.of(new PlainValueSerializer("plain"))));
        engine.setCustomPostVariableSerializers(new ArrayList<>(List.of(new PlainValueSerializer("serializable"))));
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDbIdentityUsed(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDmnFeelEnableLegacyBehavior(false);
    }
}
