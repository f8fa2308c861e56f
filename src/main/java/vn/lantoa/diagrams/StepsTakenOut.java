package vn.lantoa.diagrams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ProcessFiles;

/** Optional steps that an earlier version of a process had and this diagram has not: they can be put back as they were. */
@Component
class StepsTakenOut {

    private static final int LOOKED_AT = 20;

    private final ProcessFiles processes;

    StepsTakenOut(ProcessFiles processes) {
        this.processes = processes;
    }

    /** The points by which they are put back, the step's name with each. */
    List<PointPlace> of(String process, ModelFile diagram) {
        var here = PositionedXml.read(PointFiles.text(diagram));
        var found = new LinkedHashMap<String, PointPlace>();
        for (var earlier : earlier(process, diagram)) {
            PositionedXml.read(earlier)
                    .all()
                    .filter(OptionalSteps::optional)
                    .filter(step -> !step.value("id").isEmpty()
                            && here.all().noneMatch(node -> node.value("id").equals(step.value("id"))))
                    .filter(step -> step.name().endsWith("Task"))
                    .forEach(step -> found.putIfAbsent(
                            step.value("id"),
                            new PointPlace(
                                    AdjustablePoint.of(
                                            diagram.name(),
                                            step.value("id"),
                                            What.ON,
                                            "",
                                            AdjustablePoint.NO,
                                            List.of(AdjustablePoint.YES, AdjustablePoint.NO)),
                                    step.value("name"),
                                    typed -> List.of())));
        }
        return List.copyOf(found.values());
    }

    /**
     * The diagram with the step again, as the newest version that had it drew it, and with today's values of everything else.
     *
     * @return empty when the diagram was drawn otherwise since: then nobody can say where the step belongs
     */
    Optional<String> with(String process, ModelFile diagram, String text, String step) {
        var now = PointFiles.values(diagram.name(), text);
        for (var earlier : earlier(process, diagram)) {
            var without = OptionalSteps.without(earlier, step);
            if (without.why() == null
                    && PointFiles.with(diagram.name(), without.text(), now).equals(text)) {
                return Optional.of(PointFiles.with(diagram.name(), earlier, others(now, step)));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> others(Map<String, String> values, String step) {
        var others = new LinkedHashMap<>(values);
        others.keySet().removeIf(key -> key.contains("#" + step + "#"));
        return others;
    }

    private List<String> earlier(String process, ModelFile diagram) {
        return processes.versions(process).stream()
                .limit(LOOKED_AT)
                .flatMap(version -> processes.files(version).stream()
                        .filter(file -> file.name().equals(diagram.name())))
                .map(PointFiles::text)
                .distinct()
                .toList();
    }
}
