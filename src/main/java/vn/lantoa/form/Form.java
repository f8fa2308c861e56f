package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lantoa.engine.Feel;
import vn.lantoa.form.Acceptance.Accepted;
import vn.lantoa.form.Acceptance.Refused;

/**
 * A Camunda Form as the server reads it: it accepts what form-js would submit and refuses the rest, because the engine
 * itself checks no answers (ADR 0011).
 */
public final class Form {

    private static final Conditions FEEL = unaryTest(new Feel());

    private final List<Component> components;
    private final AskedKeys asked;

    private Form(List<Component> components) {
        this.components = components;
        this.asked = new AskedKeys(components);
    }

    /**
     * Reads a schema whose anchor components are expanded.
     *
     * @throws UnacceptableForm when it holds a component, key, condition or pattern outside the allow-list
     */
    public static Form of(JsonNode expandedSchema) {
        return new Form(SchemaReader.read(expandedSchema));
    }

    /** {@link #accept(Map, Map, String, Locale)} where nothing is known beforehand. */
    public Acceptance accept(Map<String, Object> answers, String outcome, Locale locale) {
        return accept(answers, Map.of(), outcome, locale);
    }

    /**
     * Judges answers as form-js does on submitting.
     *
     * @param answers what the client sent; every key must be asked for
     * @param known the data the form was opened with ({@link Questionnaire#data()}): conditions may look at it, a field that
     *     was not answered starts from it, and what is read-only keeps its value from here
     * @param outcome the chosen outcome, decides on {@code only} and {@code requiredFor}; may be null
     * @param locale language of the messages
     */
    public Acceptance accept(Map<String, Object> answers, Map<String, Object> known, String outcome, Locale locale) {
        var judgement = judge(answers, known, outcome);
        if (judgement.findings().isEmpty()) {
            return new Accepted(judgement.submitted());
        }
        var errors = judgement.findings().stream()
                .map(finding -> FormMessages.say(finding, locale))
                .toList();
        return new Refused(errors, judgement.unknownKeys());
    }

    /**
     * What of these answers a draft may keep: asked-for keys, as typed, valid or not.
     *
     * @throws IllegalArgumentException when they are larger than a draft may be
     */
    public Map<String, Object> draft(Map<String, Object> answers) {
        if (Size.tooLarge(answers) || Size.fieldTooLarge(answers)) {
            throw new IllegalArgumentException(
                    "a draft holds at most " + Size.MOST_IN_ALL + " characters, a field " + Size.MOST_IN_A_FIELD);
        }
        return asked.keep(answers);
    }

    /** form-js asks whether nothing ({@code ?}) passes the condition as a test; a condition that yields null is passed by it. */
    private static Conditions unaryTest(Feel feel) {
        return (condition, data) -> feel.holds("((%1$s) = null) or ((%1$s) = true)".formatted(condition), data);
    }

    Judgement judge(Map<String, Object> answers, Map<String, Object> known, String outcome) {
        if (Size.tooLarge(answers)) {
            return new Judgement(Map.of(), List.of(Finding.of("", "tooLarge")), false);
        }
        var unknown = asked.unknown(answers);
        if (!unknown.isEmpty()) {
            return new Judgement(
                    Map.of(),
                    unknown.stream().map(key -> Finding.of(key, "unknownKey")).toList(),
                    true);
        }
        var filling = new Filling(components, start(answers, known), outcome, FEEL);
        filling.judge();
        return new Judgement(filling.submitted(), filling.findings(), false);
    }

    /** What became of answers, before it is put into words. */
    record Judgement(Map<String, Object> submitted, List<Finding> findings, boolean unknownKeys) {}

    @SuppressWarnings("unchecked")
    private Map<String, Object> start(Map<String, Object> answers, Map<String, Object> known) {
        var start = new LinkedHashMap<>((Map<String, Object>) Paths.copy(known));
        start.putAll((Map<String, Object>) Paths.copy(answers));
        keepFixed(components, List.of(), known, start);
        return start;
    }

    /** Nobody changes by hand-made answers what the form only shows. Rows are the answerer's own, and so is all in them. */
    private static void keepFixed(
            List<Component> components, List<Object> base, Map<String, Object> known, Map<String, Object> start) {
        for (Component component : components) {
            var path = Paths.join(base, component.path());
            switch (component.kind()) {
                case GROUP -> keepFixed(component.children(), path, known, start);
                case FIELD -> {
                    var value = component.fixed() ? Paths.get(known, path) : Paths.MISSING;
                    if (value != Paths.MISSING) {
                        Paths.set(start, path, value);
                    }
                }
                case ROWS, STATIC -> {}
            }
        }
    }
}
