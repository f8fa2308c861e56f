package vn.lantoa.engine;

/**
 * What a check found in a process, rule table or form.
 *
 * @param file name of the file
 * @param element id of the element, or its name and line where it has no id
 * @param rule short stable name of the rule, e.g. {@code element-not-allowed}
 * @param message in English, for the log and for the editor's panel
 */
public record Finding(Severity severity, String file, String element, String rule, String message) {

    /** Whether the file may run. */
    public enum Severity {
        /** The file is refused. */
        ERROR,
        /** It may run; somebody should look. */
        WARNING
    }

    static Finding error(String file, String element, String rule, String message) {
        return new Finding(Severity.ERROR, file, element, rule, message);
    }

    static Finding warning(String file, String element, String rule, String message) {
        return new Finding(Severity.WARNING, file, element, rule, message);
    }

    @Override
    public String toString() {
        return file + ", " + element + ": " + message + " [" + rule + "]";
    }
}
