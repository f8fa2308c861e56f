package vn.lantoa.engine;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the check asks of the engine's newest versions. */
@Component
class ProcessesInService implements ModelCheck.InService {

    private final ProcessFiles processes;

    ProcessesInService(ProcessFiles processes) {
        this.processes = processes;
    }

    @Override
    public List<ModelFile> files(String process) {
        return processes.newest(process).map(processes::files).orElse(List.of());
    }

    @Override
    public List<ModelFile> callers(String process) {
        return processes.newest().stream()
                .flatMap(version -> processes.diagram(version.process()).stream())
                .filter(diagram -> calls(diagram, process))
                .toList();
    }

    static boolean calls(ModelFile diagram, String process) {
        return ModelXml.read(diagram.content()).all("callActivity").anyMatch(call -> call.attribute("calledElement")
                .equals(Optional.of(process)));
    }
}
