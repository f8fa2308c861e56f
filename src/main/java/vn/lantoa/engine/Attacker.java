package vn.lantoa.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays a hostile author: deploys an attack and pokes at whatever came of it, in a transaction that is always rolled back. */
class Attacker {

    private static final Logger LOG = LoggerFactory.getLogger(Attacker.class);
    private static final String KEY = "attack";

    private final ProcessEngine engine;
    private final TransactionTemplate alone;

    Attacker(ProcessEngine engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether the attack reached its goal. */
    boolean succeeds(Attack attack) {
        Tripwire.arm();
        var accepted = new boolean[1];
        TaskNews.silently(() -> alone.executeWithoutResult(status -> {
            status.setRollbackOnly();
            accepted[0] = attempt(() -> deploy(attack));
            if (accepted[0]) {
                poke();
            }
        }));
        forget();
        return switch (attack.proof()) {
            case "accepted" -> accepted[0];
            case "marker" -> removed(attack);
            default -> Tripwire.tripped();
        };
    }

    private void deploy(Attack attack) {
        var deployment = engine.getRepositoryService().createDeployment().name(KEY);
        attack.files()
                .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }

    private void poke() {
        attempt(() -> engine.getRuntimeService().startProcessInstanceByKey(KEY, KEY + ":1", Map.of("text", "x")));
        attempt(() -> engine.getDecisionService()
                .evaluateDecisionByKey(KEY)
                .variables(Map.of("text", "x"))
                .evaluate());
        attempt(() -> engine.getCaseService().createCaseInstanceByKey(KEY));
        var jobs = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(KEY)
                .list();
        jobs.forEach(job -> attempt(() -> engine.getManagementService().executeJob(job.getId())));
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey(KEY)
                .list();
        tasks.forEach(task -> {
            attempt(() -> engine.getFormService().getTaskFormData(task.getId()));
            attempt(() -> engine.getFormService().getDeployedTaskForm(task.getId()));
            attempt(() -> engine.getFormService().getRenderedTaskForm(task.getId(), "juel"));
            attempt(() -> engine.getFormService().submitTaskForm(task.getId(), Map.of("x", "1")));
        });
    }

    /** A refusal is what we hope for, whatever its kind. */
    private static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | LinkageError refused) {
            LOG.debug("refused", refused);
            return false;
        }
    }

    private void forget() {
        var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        cache.discardProcessDefinitionCache();
        cache.discardDecisionDefinitionCache();
        cache.discardDecisionRequirementsDefinitionCache();
        cache.discardCaseDefinitionCache();
    }

    private static boolean removed(Attack attack) {
        try {
            return Files.deleteIfExists(attack.marker());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
