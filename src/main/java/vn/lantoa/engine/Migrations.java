package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.CaseMoves.MoveRefused;
import vn.lantoa.engine.CaseMoves.Obstacle;
import vn.lantoa.engine.CaseMoves.Reason;

/** The engine's own migration of one case, and its refusals in our terms. */
@Component
class Migrations {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    Migrations(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    MigrationPlan plan(String source, String target) {
        return runtime.createMigrationPlan(source, target).mapEqualActivities().build();
    }

    /** @throws MoveRefused when the case stands where the new version has no place for it */
    void run(MigrationPlan plan, String instance) {
        try {
            runtime.newMigration(plan).processInstanceIds(List.of(instance)).execute();
        } catch (MigratingProcessInstanceValidationException e) {
            throw new MoveRefused(reasons(plan, e), e);
        }
    }

    private List<Reason> reasons(MigrationPlan plan, MigratingProcessInstanceValidationException refused) {
        var report = refused.getValidationReport();
        var mapped = new HashSet<String>();
        plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .forEach(mapped::add);
        var reasons = new ArrayList<Reason>();
        report.getActivityInstanceReports()
                .forEach(step -> reasons.add(reason(plan, mapped, step.getSourceScopeId(), step.getFailures())));
        report.getTransitionInstanceReports()
                .forEach(step -> reasons.add(reason(plan, mapped, step.getSourceScopeId(), step.getFailures())));
        report.getFailures().forEach(failure -> reasons.add(new Reason(Obstacle.OTHER, "", failure)));
        return reasons.stream().distinct().toList();
    }

    private Reason reason(MigrationPlan plan, Set<String> mapped, String step, Collection<String> failures) {
        var words = String.join("; ", failures);
        if (mapped.contains(step)) {
            return new Reason(Obstacle.OTHER, step, words);
        }
        var target = (ProcessDefinitionEntity)
                ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(plan.getTargetProcessDefinitionId());
        return new Reason(target.findActivity(step) == null ? Obstacle.STEP_GONE : Obstacle.STEP_OTHER, step, words);
    }
}
