package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The processes of the house as they are shipped, and the check that looks at them, without the application around it. */
final class House {

    static final ObjectMapper JSON = new ObjectMapper();

    static final Catalogue CATALOGUE = new Catalogue(JSON);

    static final ModelRules RULES = new ModelRules(RuleList.load(), Set.of(), CATALOGUE.names());

    /** Each process with the files that travel with it, the diagram first. */
    static final Map<String, List<ModelFile>> SETS = sets();

    private House() {}

    private static Map<String, List<ModelFile>> sets() {
        var all = new ArrayList<ModelFile>();
        for (var pattern : List.of("bpmn/*/*.bpmn", "bpmn/*/*.dmn", "forms/*/*.form")) {
            all.addAll(ModelFile.found(pattern));
        }
        var completeness = new Completeness(CATALOGUE, JSON);
        var sets = new LinkedHashMap<String, List<ModelFile>>();
        all.stream().filter(file -> file.ending().equals("bpmn")).forEach(diagram -> {
            var feature = all.stream()
                    .filter(file -> file.feature().equals(diagram.feature()))
                    .toList();
            sets.put(
                    diagram.id(),
                    completeness.look(diagram, feature, id -> Optional.empty()).files());
        });
        return sets;
    }

    /** The check of production, these processes being in service; the engine that reads them is small, and behind all its layers. */
    static ModelCheck check() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("engine", SmallEngine.with(Layers.ALL).engine);
        var service = new ModelCheck.InService() {
            @Override
            public List<ModelFile> files(String process) {
                return SETS.getOrDefault(process, List.of());
            }

            @Override
            public List<ModelFile> callers(String process) {
                return SETS.values().stream()
                        .map(files -> files.get(0))
                        .filter(diagram -> ProcessesInService.calls(diagram, process))
                        .toList();
            }
        };
        return new ModelCheck(
                RULES, CATALOGUE, JSON, service, null, new DryParse(beans.getBeanProvider(ProcessEngine.class)));
    }

    static List<ModelFile> with(List<ModelFile> files, ModelFile changed) {
        var result = new ArrayList<ModelFile>();
        files.forEach(file -> result.add(file.name().equals(changed.name()) ? changed : file));
        if (!result.contains(changed)) {
            result.add(changed);
        }
        return result;
    }
}
