package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** src/docs/unit-report-states.md says what the diagram and {@link ReportAct} say; {@code -Dlantoa.write-docs=true} writes it anew. */
class UnitReportStatesTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Path DOCUMENT = Path.of("src/docs/unit-report-states.md");

    private static Document diagram;

    @BeforeAll
    static void readTheDiagram() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        diagram = factory.newDocumentBuilder()
                .parse(Path.of("bpmn/reporting/unit-report.bpmn").toFile());
    }

    /** One line: in this state, this post does this, and then the report is there. */
    private record Line(String state, String step, String act, String post, String then) {

        String asRow() {
            return "| " + String.join(" | ", state, step, act, post, then) + " |";
        }
    }

    @Test
    void every_step_has_a_state_and_every_state_its_step() {
        var steps = elements("userTask").stream()
                .map(task -> task.getAttribute("id"))
                .toList();
        var named = Arrays.stream(ReportState.values())
                .flatMap(state -> state.step().stream())
                .collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrderElementsOf(steps);
    }

    @Test
    void the_documentation_tells_the_same_story() throws IOException {
        var expected = document();
        if (Boolean.getBoolean("lantoa.write-docs")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    private static String document() {
        var text = new StringBuilder(
                """
                # The states of a unit's report

                Made from `bpmn/reporting/unit-report.bpmn`, `ReportState` and `ReportAct` by `UnitReportStatesTest`; do not edit.
                "superior" before a post means the post in the superior's unit. Four eyes: who drafted does not approve, unless one person holds both
                posts alone and the dated rule of the level allows it (`report_four_eyes`).

                | State | Step | Act | Post | Then |
                |---|---|---|---|---|
                """);
        lines().forEach(line -> text.append(line.asRow()).append('\n'));
        return text.toString();
    }

    private static List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("–", "–", "open", "superior canbo", stateAfter("ReportOpened")));
        for (var state : ReportState.values()) {
            state.step().ifPresent(step -> lines.addAll(outcomes(state, step)));
            Arrays.stream(ReportAct.values())
                    .filter(act -> act.states().contains(state))
                    .sorted(Comparator.comparing(ReportAct::path))
                    .forEach(act -> lines.add(beside(state, act)));
        }
        return lines;
    }

    private static List<Line> outcomes(ReportState state, String step) {
        var task = byId(step);
        var post = task.getAttributeNS("http://camunda.org/schema/1.0/bpmn", "candidateGroups");
        var superior = property(task, "unit").filter("superior"::equals).isPresent();
        var eyes = property(task, "fourEyes")
                .map(other -> ", not who did " + other)
                .orElse("");
        return properties(task).stream()
                .filter(property -> property.getAttribute("name").startsWith("outcome:"))
                .map(property -> {
                    var outcome = property.getAttribute("name").substring("outcome:".length());
                    return new Line(
                            state.name(),
                            step,
                            outcome + " (" + property.getAttribute("value") + ")",
                            (superior ? "superior " : "") + post + eyes,
                            after(step, outcome));
                })
                .toList();
    }

    private static Line beside(ReportState state, ReportAct act) {
        var posts =
                act.right().posts().stream().map(post -> post.code()).sorted().collect(Collectors.joining(", "));
        var superior = act.right().reach() == vn.lantoa.organization.Right.Reach.OWN ? "" : "superior ";
        var then =
                switch (act) {
                    case WITHDRAW -> "DRAFTING (RETURNED or REOPENED when it was that and not sent yet)";
                    case EXTEND ->
                        state + " with a new date"
                                + (state == ReportState.CHECKING || state == ReportState.APPROVING
                                        ? " or, once sent, for the supplement"
                                        : "");
                    case REOPEN -> "REOPENED";
                    case ENTER -> "ENTERING";
                };
        return new Line(state.name(), state.step().orElse("–"), act.path(), superior + posts, then);
    }

    /** The states that this outcome can lead to, followed through service tasks, rule tables and gateways. */
    private static String after(String step, String outcome) {
        return String.join(" or ", reached(step, outcome, new LinkedHashSet<>()));
    }

    private static String stateAfter(String start) {
        return String.join(" or ", reached(start, "", new LinkedHashSet<>()));
    }

    private static LinkedHashSet<String> reached(String from, String outcome, LinkedHashSet<String> states) {
        for (var flow : flowsFrom(from)) {
            var condition = flow.getElementsByTagNameNS(BPMN, "conditionExpression");
            var asks = condition.getLength() > 0
                    && condition.item(0).getTextContent().contains("outcome");
            if (asks && !condition.item(0).getTextContent().contains("'" + outcome + "'")) {
                continue;
            }
            var target = byId(flow.getAttribute("targetRef"));
            switch (target.getLocalName()) {
                case "userTask" -> states.add(state(target.getAttribute("id"), from));
                case "endEvent" ->
                    states.add((target.getAttribute("id").equals("ReportSentOutside")
                                    ? ReportState.SENT_OUTSIDE
                                    : ReportState.ACCEPTED)
                            .name());
                default -> reached(target.getAttribute("id"), outcome, states);
            }
        }
        return states;
    }

    private static String state(String step, String from) {
        if (!step.equals(UnitReport.DRAFT)) {
            return ReportState.at(step, ReportState.DRAFTING, ReportState.DRAFTING)
                    .name();
        }
        return switch (from) {
            case "ReturnReport" -> ReportState.RETURNED.name();
            case "OpenRestatement" -> ReportState.REOPENED.name();
            case "ReportOpened" -> ReportState.DRAFTING.name();
            default -> "DRAFTING, RETURNED or REOPENED as before";
        };
    }

    private static List<Element> flowsFrom(String id) {
        return elements("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id))
                .toList();
    }

    private static Element byId(String id) {
        return all(diagram.getElementsByTagNameNS(BPMN, "*")).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> property(Element task, String name) {
        return properties(task).stream()
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    private static List<Element> properties(Element task) {
        return all(task.getElementsByTagNameNS("http://camunda.org/schema/1.0/bpmn", "property"));
    }

    private static List<Element> elements(String name) {
        return all(diagram.getElementsByTagNameNS(BPMN, name));
    }

    private static List<Element> all(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
