package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The service tasks that may be drawn: one element template per delegate, {@code bpmn/catalogue/<delegate>.json}. */
@Component
class Catalogue {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]{0,60})}");

    private final List<ServiceTemplate> templates;
    private final Set<String> names;
    private final Map<String, JavaDelegate> delegates = new LinkedHashMap<>();

    @Autowired
    Catalogue(ObjectMapper json) {
        this.templates = ServiceTemplate.shipped(json);
        this.names = templates.stream().map(ServiceTemplate::delegate).collect(Collectors.toUnmodifiableSet());
    }

    Catalogue(Collection<String> names) {
        this.templates = List.of();
        this.names = Set.copyOf(names);
    }

    /** The delegate's name in {@code ${name}}; null when the text is anything else. */
    static String nameIn(String reference) {
        var matcher = REFERENCE.matcher(reference);
        return matcher.matches() ? matcher.group(1) : null;
    }

    Set<String> names() {
        return names;
    }

    /** Read once, when the application starts. */
    List<ServiceTemplate> templates() {
        return templates;
    }

    /** Whether this delegate grants or accepts something, so that a leader must have completed a step before ({@code "decides": true}). */
    boolean decides(String name) {
        return templates.stream()
                .anyMatch(template -> template.decides() && template.delegate().equals(name));
    }

    /**
     * Takes the delegates out of the context, once: from here on they are known by identity.
     *
     * @throws IllegalStateException when a template has no delegate
     */
    void open(ListableBeanFactory beans) {
        var found = beans.getBeansOfType(JavaDelegate.class);
        for (var name : names) {
            if (!found.containsKey(name)) {
                throw new IllegalStateException(
                        "bpmn/catalogue names " + name + ", but no bean of that name is a JavaDelegate");
            }
            register(name, found.get(name));
        }
    }

    void register(String name, JavaDelegate delegate) {
        delegates.put(name, delegate);
    }

    /** The delegate of this name, null when the catalogue has none. */
    JavaDelegate delegate(String name) {
        return delegates.get(name);
    }
}
