package vn.lantoa.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a check found in a process, rule table or form.
 *
 * @param file name of the file
 * @param element id of the element with its line, or its name and line where it has no id; {@code file} for the file as a whole
 * @param name what the element is called on the page; empty when it has no name
 * @param rule one of {@link #RULES}: people are told by it, {@code process.finding.<rule>}
 * @param message in English, for the log
 * @param about what the words for people mention besides the element, in the order of their placeholders
 */
public record Finding(
        Severity severity, String file, String element, String name, String rule, String message, List<String> about) {

    /** Every rule there is; each has words in both languages. */
    public static final Set<String> RULES = Set.of(
            // the file
            "ending",
            "too-large",
            "too-many",
            "too-deep",
            "unreadable",
            "doctype",
            "root",
            "camunda-8",
            "other-tool",
            // what may not stand in a diagram or table
            "element-not-allowed",
            "attribute-not-allowed",
            "drawing",
            "text",
            "expression",
            "name",
            "feel",
            "feel-syntax",
            "feel-language",
            "delegate",
            "duration",
            "cycle",
            "cardinality",
            "literal",
            "none",
            // what may not stand in a form
            "component-not-allowed",
            "key",
            "key-twice",
            "pattern",
            "markup",
            // the set of files
            "diagram-missing",
            "second-diagram",
            "process-id",
            "decision-id",
            "form-id",
            "form-unreadable",
            "form-missing",
            "dmn-missing",
            "called-missing",
            "calls-itself",
            "binding",
            "file-unused",
            "duplicate-id",
            "field-gone",
            "engine",
            // the steps
            "post",
            "no-form",
            "no-outcome",
            "four-eyes",
            "delegate-missing",
            "delegate-unknown",
            "time-to-live",
            "not-executable",
            "step-gone",
            // the flow
            "no-start",
            "unreachable",
            "no-way-to-an-end",
            "endless",
            "leader-bypassed",
            "leader-bypassed-in-caller",
            "leader-refused",
            "outcome-unhandled",
            "outcome-unknown",
            "variable-never-written",
            "variable-unwritten-on-a-way",
            "table-output");

    private static final Pattern PLACE = Pattern.compile("(.*) \\(line (\\d+)\\)");

    public Finding {
        if (!RULES.contains(rule)) {
            throw new IllegalArgumentException("no such rule: " + rule);
        }
        about = List.copyOf(about);
    }

    /** Whether the file may run. */
    public enum Severity {
        /** The file is refused. */
        ERROR,
        /** It may run; somebody should look. */
        WARNING
    }

    static Finding error(String file, String element, String rule, String message, String... about) {
        return new Finding(Severity.ERROR, file, element, "", rule, message, List.of(about));
    }

    static Finding warning(String file, String element, String rule, String message, String... about) {
        return new Finding(Severity.WARNING, file, element, "", rule, message, List.of(about));
    }

    static Finding error(String file, ModelXml.Node node, String rule, String message, String... about) {
        return new Finding(Severity.ERROR, file, node.place(), node.called(), rule, message, List.of(about));
    }

    static Finding warning(String file, ModelXml.Node node, String rule, String message, String... about) {
        return new Finding(Severity.WARNING, file, node.place(), node.called(), rule, message, List.of(about));
    }

    Finding named(String called) {
        return new Finding(severity, file, element, called, rule, message, about);
    }

    /** The element's id alone, as an editor knows it. */
    public String id() {
        var place = PLACE.matcher(element);
        return place.matches() ? place.group(1) : element;
    }

    /** The line of the file; 0 when it is not known. */
    public int line() {
        var place = PLACE.matcher(element);
        return place.matches() ? Integer.parseInt(place.group(2)) : 0;
    }

    @Override
    public String toString() {
        return file + ", " + element + ": " + message + " [" + rule + "]";
    }
}
