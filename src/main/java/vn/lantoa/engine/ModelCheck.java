package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that speaks against a process as a whole, asked before it comes into service: safety of each file, and completeness. */
@Component
public class ModelCheck {

    private final ModelRules rules;
    private final Catalogue catalogue;
    private final Completeness completeness;
    private final FileSetRules sets;
    private final InService service;
    private final OccupiedSteps occupied;
    private final DryParse engine;

    ModelCheck(
            ModelRules rules,
            Catalogue catalogue,
            ObjectMapper json,
            InService service,
            OccupiedSteps occupied,
            DryParse engine) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.completeness = new Completeness(catalogue, json);
        this.sets = new FileSetRules(json);
        this.service = service;
        this.occupied = occupied;
        this.engine = engine;
    }

    /** The processes in service, as far as a check asks for them. */
    interface InService {

        /** The files of its newest version, the diagram first; empty when there is no such process. */
        List<ModelFile> files(String process);

        /** The diagrams of the processes that call this one. */
        List<ModelFile> callers(String process);
    }

    /** The same, with the steps on which running cases stand now. */
    public List<Finding> check(String process, List<ModelFile> files) {
        return check(process, files, occupied.of(process));
    }

    /**
     * Looks at the whole set of files of a process. Completeness is asked only of files that are safe to read.
     *
     * @param process id of the process
     * @param occupied ids of steps on which running cases stand, with their number
     * @return what was found, errors and warnings, in the order of the files; empty when all is well
     */
    public List<Finding> check(String process, List<ModelFile> files, Map<String, Long> occupied) {
        var findings = new ArrayList<Finding>();
        if (files.size() > rules.filesPerDeployment()) {
            findings.add(
                    Finding.error(process, "file", "too-many", "more than " + rules.filesPerDeployment() + " files"));
        }
        files.forEach(file -> findings.addAll(rules.check(file.name(), file.content())));
        if (refused(findings)) {
            return findings;
        }
        var diagram = files.stream()
                .filter(file -> file.ending().equals("bpmn") && file.id().equals(process))
                .findFirst();
        if (diagram.isEmpty()) {
            findings.add(Finding.error(
                    process, "file", "diagram-missing", "there is no " + process + ".bpmn", process + ".bpmn"));
            return findings;
        }
        whole(process, diagram.get(), files, occupied, findings);
        return findings;
    }

    private static boolean refused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    private void whole(
            String process,
            ModelFile diagram,
            List<ModelFile> files,
            Map<String, Long> occupied,
            List<Finding> findings) {
        var own = files.stream()
                .filter(file -> !file.ending().equals("bpmn") || file.name().equals(diagram.name()))
                .toList();
        var looked = completeness.look(diagram, own, id -> first(service.files(id)));
        findings.addAll(looked.findings());
        findings.addAll(sets.check(diagram, files, looked.files(), service.files(process)));
        var root = ModelXml.read(diagram.content());
        root.all("userTask")
                .filter(task -> task.camunda("formRef").isEmpty())
                .forEach(task ->
                        findings.add(Finding.error(diagram.name(), task, "no-form", "a user task needs a form")));
        gone(diagram, root, occupied, findings);
        callers(process, diagram, root, findings);
        if (!refused(findings)) {
            findings.addAll(engine.check(looked.files()));
        }
    }

    private static Optional<ModelFile> first(List<ModelFile> files) {
        return files.stream().findFirst();
    }

    /**
     * No error: running cases stay on their version and end there, so nothing breaks; but they can never be moved to the new one, and
     * somebody should know before.
     */
    private static void gone(
            ModelFile diagram, ModelXml.Node root, Map<String, Long> occupied, List<Finding> findings) {
        var ids = root.all().map(ModelXml.Node::id).collect(Collectors.toSet());
        occupied.forEach((step, cases) -> {
            if (!ids.contains(step)) {
                findings.add(Finding.warning(
                        diagram.name(),
                        step,
                        "step-gone",
                        cases + " running cases stand on " + step + ", which is gone: they cannot be moved",
                        step,
                        String.valueOf(cases)));
            }
        });
    }

    /** A process that is called may be what carries the leader's signature of its caller: taking that away is found here. */
    private void callers(String process, ModelFile diagram, ModelXml.Node root, List<Finding> findings) {
        var flow = new FlowRules(
                catalogue,
                id -> id.equals(process)
                        ? Optional.of(root)
                        : first(service.files(id)).map(file -> ModelXml.read(file.content())));
        for (var caller : service.callers(process)) {
            flow.leader(new FlowGraph(ModelXml.read(caller.content()))).stream()
                    .findFirst()
                    .ifPresent(node -> findings.add(Finding.error(
                            diagram.name(),
                            root.all("process").findFirst().orElse(root),
                            "leader-bypassed-in-caller",
                            caller.id() + " decides in " + node.id()
                                    + " and relies on a leader's step with four eyes here",
                            caller.id(),
                            node.called())));
        }
    }
}
