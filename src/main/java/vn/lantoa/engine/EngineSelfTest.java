package vn.lantoa.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Attacks the very engine that is about to serve: first as a hostile author would, then each layer by itself, because a layer
 * that is missing goes unnoticed while the others hold.
 */
class EngineSelfTest {

    private final ProcessEngineConfigurationImpl engine;
    private final PlatformTransactionManager transactions;
    private final List<String> holes = new ArrayList<>();

    EngineSelfTest(ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transactions = transactions;
    }

    /** @throws IllegalStateException naming every hole: the application must not start */
    void run() {
        var attacker = new Attacker(engine.getProcessEngine(), transactions);
        Attack.all().stream()
                .filter(attacker::succeeds)
                .forEach(attack -> holes.add("an attack succeeded: " + attack.name()));
        linter();
        gate();
        resolver();
        switches();
        if (!holes.isEmpty()) {
            throw new IllegalStateException(
                    "The process engine is not safe, so Lan Tỏa does not start (SECURITY.md §2.2):\n  "
                            + String.join("\n  ", holes));
        }
    }

    private Stream<Attack> attacksStoppedBy(String layer) {
        return Attack.all().stream().filter(attack -> attack.stoppedBy().contains(layer));
    }

    private void linter() {
        var deployer = engine.getDeployers().stream()
                .filter(SafeDiagramDeployer.class::isInstance)
                .findFirst();
        if (deployer.isEmpty() || !(engine.getDeployers().get(0) instanceof SafeDiagramDeployer)) {
            holes.add("linter: does not stand before the engine's own deployers");
            return;
        }
        attacksStoppedBy("linter")
                .filter(attack -> passes(() -> deployer.get().deploy(deployment(attack))))
                .forEach(attack -> holes.add("linter: lets pass " + attack.name()));
    }

    private void gate() {
        Attack.expressions().stream()
                .filter(expression -> passes(() -> engine.getExpressionManager().createExpression(expression)))
                .forEach(expression -> holes.add("gate: lets pass " + expression));
    }

    private void resolver() {
        if (!(engine.getExpressionManager() instanceof JuelExpressionManager manager)) {
            holes.add("resolver: an unknown expression manager");
            return;
        }
        var factory = new ExpressionFactoryImpl();
        var data = Variables.createVariables()
                .putValue("text", "x")
                .putValue("items", List.of("x"))
                .putValue("facts", java.util.Map.of("a", "b"));
        for (var expression : Attack.expressions()) {
            var context = manager.createElContext(data.asVariableContext());
            if (trips(() -> {
                var found = factory.createValueExpression(context, expression, Object.class)
                        .getValue(context);
                if (PlainValues.plain(found)) {
                    throw new IllegalStateException("nothing but a plain value");
                }
            })) {
                holes.add("resolver: lets pass " + expression);
            }
        }
    }

    private void switches() {
        attacksStoppedBy("switches")
                .filter(attack -> attack.files().get(0).ending().equals("bpmn")
                        && attack.files().size() == 1)
                .filter(attack -> !attack.stoppedBy().contains("resolver"))
                .filter(attack -> trips(() -> parse(attack)))
                .forEach(attack -> holes.add("switches: the parser lets pass " + attack.name()));
        hole(passes(() -> engine.getScriptEngineResolver().getScriptEngine("juel", false)), "scripts have an engine");
        hole(passes(() -> engine.getScriptFactory().createScriptFromSource("juel", "1")), "scripts can be made");
        hole(passes(() -> engine.getArtifactFactory().getArtifact(Tripwire.class)), "classes can be made");
        hole(!(engine.getDelegateInterceptor() instanceof Refusing.Interceptor), "scripts can be called");
        hole(!engine.getFormEngines().isEmpty(), "form templates are rendered");
        hole(
                !(engine.getVariableSerializers().getSerializerByName("serializable") instanceof PlainValueSerializer),
                "Java serialization is read");
        hole(engine.getBeans() == null || !engine.getBeans().isEmpty(), "beans are reachable by name");
        hole(engine.isCmmnEnabled(), "cases are on");
        hole(engine.isStandaloneTasksEnabled(), "tasks without a process are on");
        hole(engine.isDbIdentityUsed(), "the engine's own users are on");
        hole(
                engine.isEnableExpressionsInAdhocQueries() || engine.isEnableExpressionsInStoredQueries(),
                "queries take expressions");
        hole(engine.isEnableXxeProcessing(), "external entities are read");
        hole(!engine.isDeserializationTypeValidationEnabled(), "types are not validated");
    }

    private void hole(boolean open, String what) {
        if (open) {
            holes.add("switches: " + what);
        }
    }

    private void parse(Attack attack) {
        var bpmn = (BpmnDeployer) engine.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .findFirst()
                .orElseThrow();
        engine.getCommandExecutorTxRequiresNew().execute(context -> bpmn.getBpmnParser()
                .createParse()
                .sourceInputStream(
                        new ByteArrayInputStream(attack.files().get(0).content()))
                .deployment(deployment(attack))
                .name(attack.name())
                .execute());
    }

    private static DeploymentEntity deployment(Attack attack) {
        var deployment = new DeploymentEntity();
        deployment.setId("self-test");
        deployment.setName("self-test");
        attack.files().forEach(file -> {
            var resource = new ResourceEntity();
            resource.setName(file.name());
            resource.setBytes(file.content());
            deployment.addResource(resource);
        });
        return deployment;
    }

    private static boolean passes(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | LinkageError refused) {
            return false;
        }
    }

    /** Loading a class is enough, even when the engine then finds that it is of the wrong kind. */
    private static boolean trips(Runnable work) {
        Tripwire.arm();
        return passes(work) || Tripwire.tripped();
    }
}
