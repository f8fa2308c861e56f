package vn.lantoa.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A process, rule table or form that may not run, with everything that speaks against it. */
public class ModelRefused extends RuntimeException {

    private final transient List<Finding> findings;

    ModelRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n  ", "refused:\n  ", "")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
