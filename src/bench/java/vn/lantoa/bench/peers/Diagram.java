package vn.lantoa.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Our process as other engines take it: the same steps; the desk, which they do not know, is a candidate group. */
final class Diagram {

    static final String PROCESS = "unit-report";
    static final List<String> DELEGATES = List.of(
            "openRestatement",
            "sendOutside",
            "sendReport",
            "lockReport",
            "returnReport",
            "recordWithdrawal",
            "recordEntry");
    static final String RULE = "checkRequiredRule";

    private static final Path FOLDER = Path.of("bpmn", "reporting");

    private Diagram() {}

    static String forCamunda() {
        return read("unit-report.bpmn")
                .replace("camunda:candidateGroups=\"canbo\"", "camunda:candidateGroups=\"${desk}\"");
    }

    static String table() {
        return read("check-required.dmn");
    }

    /** Flowable's names for the same things; it has no decision table without a second engine, so a delegate answers in its place. */
    static String forFlowable() {
        return forCamunda()
                .replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn")
                .replaceFirst(
                        "<bpmn:businessRuleTask ([^>]*?) camunda:resultVariable[^>]*>",
                        "<bpmn:serviceTask $1 camunda:delegateExpression=\"\\${" + RULE + "}\">")
                .replace("</bpmn:businessRuleTask>", "</bpmn:serviceTask>");
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
