package vn.lantoa.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The steps of people that an administrator drew into a process of the software: the feature's own code knows nothing of them. */
@Component
public class AddedSteps {

    private final ProcessFiles processes;

    /** A version never changes once it is in service. */
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    AddedSteps(ProcessFiles processes) {
        this.processes = processes;
    }

    /** Whether no version that came with the software has this step of this version. */
    public boolean has(String definition, String step) {
        return known.computeIfAbsent(definition, this::of).contains(step);
    }

    private Set<String> of(String definition) {
        var version = processes.version(definition).filter(ProcessFiles.Version::fromPage);
        if (version.isEmpty()) {
            return Set.of();
        }
        var shipped = processes.versions(version.get().process()).stream()
                .filter(one -> !one.fromPage())
                .flatMap(one -> steps(processes.files(one)).stream())
                .collect(Collectors.toSet());
        return steps(processes.files(version.get())).stream()
                .filter(step -> !shipped.contains(step))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> steps(List<ModelFile> files) {
        return ModelXml.read(files.get(0).content())
                .all("userTask")
                .map(ModelXml.Node::id)
                .collect(Collectors.toSet());
    }
}
