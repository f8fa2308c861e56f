package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * A Camunda Form as the server reads it: it accepts what form-js would submit and refuses the rest, because the engine
 * itself checks no answers (ADR 0011).
 */
public final class Form {

    private Form() {}

    /**
     * Reads a schema whose anchor components are expanded.
     *
     * @throws UnacceptableForm when it holds a component, key, condition or pattern outside the allow-list
     */
    public static Form of(JsonNode expandedSchema) {
        throw new UnsupportedOperationException();
    }

    /** {@link #accept(Map, Map, String, Locale)} where nothing is known beforehand. */
    public Acceptance accept(Map<String, Object> answers, String outcome, Locale locale) {
        return accept(answers, Map.of(), outcome, locale);
    }

    /**
     * Judges answers as form-js does on submitting.
     *
     * @param answers what the client sent; every key must be asked for
     * @param known the data the form was opened with ({@link Questionnaire#data()}): conditions may look at it, and what
     *     is read-only keeps its value from here
     * @param outcome the chosen outcome, decides on {@code only} and {@code requiredFor}; may be null
     * @param locale language of the messages
     */
    public Acceptance accept(
            Map<String, Object> answers, Map<String, Object> known, String outcome, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /**
     * What of these answers a draft may keep: asked-for keys, as typed, valid or not.
     *
     * @throws IllegalArgumentException when they are larger than a draft may be
     */
    public Map<String, Object> draft(Map<String, Object> answers) {
        throw new UnsupportedOperationException();
    }
}
