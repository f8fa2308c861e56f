package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Layer 1, the linter in the engine: before every deployment, and again whenever a definition is loaded from the database. */
class SafeDiagramDeployer implements Deployer {

    private final ModelRules rules;

    SafeDiagramDeployer(ModelRules rules) {
        this.rules = rules;
    }

    /** @throws ModelRefused when a file of the deployment is not safe, or there are too many */
    @Override
    public void deploy(DeploymentEntity deployment) {
        var files = deployment.getResources();
        var findings = new ArrayList<Finding>();
        if (files.size() > rules.filesPerDeployment()) {
            findings.add(Finding.error(
                    deployment.getName(),
                    "deployment",
                    "too-many",
                    "more than " + rules.filesPerDeployment() + " files"));
        }
        files.values().forEach(file -> findings.addAll(rules.check(file.getName(), file.getBytes())));
        refuse(findings);
    }

    private static void refuse(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new ModelRefused(findings);
        }
    }
}
