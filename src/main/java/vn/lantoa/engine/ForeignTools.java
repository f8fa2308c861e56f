package vn.lantoa.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says once by which other tool a file was drawn, instead of refusing each of its hundred attributes. Asked for one file. */
class ForeignTools {

    private static final Map<String, String> NAMESPACES = new LinkedHashMap<>(Map.of(
            "http://camunda.org/schema/zeebe/", "Camunda 8",
            "http://activiti.org/bpmn", "Activiti",
            "http://flowable.org/", "Flowable",
            "http://www.jboss.org/drools", "jBPM",
            "http://www.signavio.com", "Signavio",
            "http://www.bizagi.com/", "Bizagi",
            "http://bonitasoft.com/", "Bonita",
            "http://www.wfmc.org/", "XPDL",
            "http://www.omg.org/spec/CMMN/", "CMMN"));

    private final String file;
    private final Set<String> told = new HashSet<>();

    ForeignTools(String file) {
        this.file = file;
    }

    /** Whether the element needs no further looking: it is, or carries, another tool's, which is an error already. */
    boolean look(ModelXml.Node node, List<Finding> findings) {
        var tool = Stream.concat(
                        Stream.of(node.namespace),
                        node.attributes.keySet().stream()
                                .filter(key -> key.startsWith("{"))
                                .map(key -> key.substring(1)))
                .map(ForeignTools::tool)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> platform(node));
        tool.filter(told::add).ifPresent(name -> {
            var message = "drawn for " + name + "; only Camunda 7 diagrams run here";
            findings.add(
                    name.equals("Camunda 8")
                            ? Finding.error(file, node, "camunda-8", message)
                            : Finding.error(file, node, "other-tool", message, name));
        });
        return tool.isPresent();
    }

    private static Optional<String> tool(String namespace) {
        return NAMESPACES.entrySet().stream()
                .filter(known -> namespace.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> platform(ModelXml.Node node) {
        return node.attributes.entrySet().stream()
                .filter(attribute -> attribute.getKey().endsWith("}executionPlatform")
                        && attribute.getValue().equals("Camunda Cloud"))
                .map(attribute -> "Camunda 8")
                .findFirst();
    }
}
