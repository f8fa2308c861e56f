package vn.lantoa.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the engine read a diagram and its rule tables as it would when they come into service, and keeps nothing. */
@Component
class DryParse {

    private final ObjectProvider<ProcessEngine> engine;

    DryParse(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** What the engine itself has against files that are safe; the last look, for what no rule of ours names. */
    List<Finding> check(List<ModelFile> files) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            try {
                if (file.ending().equals("bpmn")) {
                    diagram(configuration, file);
                } else if (file.ending().equals("dmn")) {
                    table(configuration, file);
                }
            } catch (ParseException e) {
                e.getResorceReports().forEach(report -> report.getErrors()
                        .forEach(problem -> findings.add(Finding.error(
                                file.name(),
                                problem.getMainElementId() == null
                                        ? "file"
                                        : problem.getMainElementId() + " (line " + problem.getLine() + ")",
                                "engine",
                                problem.getMessage(),
                                problem.getMessage()))));
            } catch (BpmnParseException e) {
                var id = e.getElement() == null ? null : e.getElement().attribute("id");
                findings.add(Finding.error(file.name(), id == null ? "file" : id, "engine", said(e), said(e)));
            } catch (RuntimeException e) {
                findings.add(Finding.error(file.name(), "file", "engine", said(e), said(e)));
            }
        }
        return findings;
    }

    private static String said(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void diagram(ProcessEngineConfigurationImpl configuration, ModelFile file) {
        var bpmn = configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
        var deployment = new DeploymentEntity();
        deployment.setId("dry");
        deployment.setName("dry");
        configuration.getCommandExecutorTxRequired().execute(context -> bpmn.getBpmnParser()
                .createParse()
                .sourceInputStream(new ByteArrayInputStream(file.content()))
                .deployment(deployment)
                .name(file.name())
                .execute());
    }

    private static void table(ProcessEngineConfigurationImpl configuration, ModelFile file) {
        configuration.getCommandExecutorTxRequired().execute(context -> configuration
                .getDmnEngineConfiguration()
                .getTransformer()
                .createTransform()
                .modelInstance(new ByteArrayInputStream(file.content()))
                .transformDecisions());
    }
}
