package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.testing.IntegrationTest;

/** One class, one json, one twin for every service task that may be drawn; nothing of the three without the others. */
@IntegrationTest
class CatalogueTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Catalogue catalogue;

    private final Map<String, JsonNode> templates = new TreeMap<>();
    private Map<String, JavaDelegate> delegates;

    @BeforeEach
    void read() throws IOException {
        for (var file : ModelFile.found("bpmn/catalogue/*.json")) {
            templates.put(file.id(), new ObjectMapper().readTree(file.content()));
        }
        delegates = context.getBeansOfType(JavaDelegate.class);
    }

    @Test
    void class_template_and_twin_stand_together() {
        var twins = templates.values().stream()
                .map(template -> template.path("effectFreeTwin").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        var expected = new TreeSet<>(templates.keySet());
        expected.addAll(twins);

        assertThat(twins).hasSameSizeAs(templates.keySet());
        assertThat(new TreeSet<>(delegates.keySet()))
                .as("every delegate is in the catalogue or is the twin of one, and the other way round")
                .isEqualTo(expected);
        templates.forEach((name, template) -> {
            assertThat(template.path("effectFreeTwin").asText()).as(name).isEqualTo(name + "Twin");
            assertThat(delegates.get(name).getClass().getPackageName()).as(name).endsWith(".process");
            assertThat(delegates.get(name)).as(name).isNotSameAs(delegates.get(name + "Twin"));
            assertThat(catalogue.delegate(name)).as(name).isSameAs(delegates.get(name));
            assertThat(catalogue.delegate(name + "Twin"))
                    .as("a twin cannot be drawn")
                    .isNull();
        });
    }

    @Test
    void a_template_says_all_that_an_editor_shows() {
        templates.forEach((name, template) -> {
            assertThat(template.path("id").asText()).isEqualTo("vn.lantoa." + name);
            assertThat(template.path("name").asText()).as(name).isNotBlank();
            assertThat(template.path("description").asText()).as(name).isNotBlank();
            assertThat(template.path("appliesTo")).as(name).hasSize(1);
            assertThat(template.path("appliesTo").get(0).asText()).isEqualTo("bpmn:ServiceTask");
            assertThat(template.at("/properties/0/value").asText()).isEqualTo("${" + name + "}");
            assertThat(template.path("decides").isMissingNode()
                            || template.path("decides").isBoolean())
                    .as(name)
                    .isTrue();
        });
    }

    @Test
    void what_grants_or_accepts_is_marked() {
        assertThat(templates.keySet().stream().filter(catalogue::decides))
                .contains("recogniseSite", "submitForDecision", "lockReport", "sendReport", "concludeExemplar")
                .doesNotContain("submitSite", "closeLevel");
    }
}
