package vn.lantoa.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * One way in which a hostile file tries to run code, from {@code engine/attacks.xml}.
 *
 * @param stoppedBy the layers each of which stops it alone
 * @param inert whether even the stock engine refuses it
 * @param proof {@code trip}, {@code marker} or {@code accepted}
 * @param marker the file that a smuggled command would create
 */
record Attack(String name, Set<String> stoppedBy, boolean inert, String proof, List<ModelFile> files, Path marker) {

    static final String EXPRESSION =
            "''.getClass().forName('" + Tripwire.class.getName() + "').getMethod('trip').invoke(null)";

    private static final String HEAD =
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='Definitions_attack' targetNamespace='t'"
                    + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:act='http://activiti.org/bpmn'"
                    + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>";
    private static final String PROCESS = "<process id='attack' isExecutable='true' camunda:historyTimeToLive='P1D'>";
    private static final String BEFORE =
            "<startEvent id='Start'/><sequenceFlow id='f1' sourceRef='Start' targetRef='Bait'/>";
    private static final String AFTER = "<sequenceFlow id='f2' sourceRef='Bait' targetRef='Wait'/><userTask id='Wait'/>"
            + "<sequenceFlow id='f3' sourceRef='Wait' targetRef='End'/><endEvent id='End'/>";

    static List<Attack> all() {
        return corpus().children.stream()
                .filter(node -> node.name.equals("attack"))
                .map(Attack::read)
                .toList();
    }

    /** Expressions that neither gate nor resolver may let pass. */
    static List<String> expressions() {
        return corpus().children.stream()
                .filter(node -> node.name.equals("expression"))
                .map(node -> "${" + node.text.toString().trim().replace("%EL%", EXPRESSION) + "}")
                .toList();
    }

    private static ModelXml.Node corpus() {
        try {
            return ModelXml.read(new ClassPathResource("engine/attacks.xml").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(ModelXml.Node node) {
        var name = node.attribute("name").orElseThrow();
        var marker = Path.of(
                System.getProperty("java.io.tmpdir"),
                "lantoa-attack-" + name.hashCode() + "-"
                        + ProcessHandle.current().pid());
        var file = "bpmn/attack/attack." + node.attribute("ending").orElse("bpmn");
        var files = new ArrayList<ModelFile>();
        files.add(new ModelFile(file, armed(content(node), marker)));
        node.attribute("extra").ifPresent(extra -> files.add(new ModelFile(extra, armed(part(node, "extra"), marker))));
        return new Attack(
                name,
                Set.of(node.attribute("stopped-by").orElse("").split(" ")),
                node.attribute("inert").isPresent(),
                node.attribute("proof").orElse("trip"),
                files,
                marker);
    }

    private static String content(ModelXml.Node node) {
        var file = part(node, "file");
        if (!file.isEmpty()) {
            return file;
        }
        var step = part(node, "step");
        return HEAD + part(node, "root") + PROCESS + part(node, "process")
                + (step.isEmpty() ? "" : BEFORE + step + AFTER) + "</process></definitions>";
    }

    private static String part(ModelXml.Node node, String name) {
        return node.children.stream()
                .filter(child -> child.name.equals(name))
                .map(child -> child.text.toString().trim())
                .findFirst()
                .orElse("");
    }

    private static byte[] armed(String text, Path marker) {
        return text.replace("%EL%", EXPRESSION)
                .replace("%TRIP%", Tripwire.class.getName())
                .replace("%MARKER%", marker.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
