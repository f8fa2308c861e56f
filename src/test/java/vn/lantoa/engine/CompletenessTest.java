package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process must have to be put into service, each rule broken once. */
class CompletenessTest {

    private final Completeness completeness = new Completeness(new Catalogue(Set.of()), new ObjectMapper());

    @Test
    void a_process_travels_with_its_forms_and_tables() {
        assertThat(completeness.gather(Samples.file("walk.bpmn"), Samples.walk()))
                .extracting(ModelFile::name)
                .containsExactly("bpmn/sample/walk.bpmn", "forms/sample/walk-choose.form", "bpmn/sample/weather.dmn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=\"walk\"| id=\"stroll\" | process-id",
                "camunda:formRef=\"walk-choose\" | camunda:formRef=\"walk-decide\" | form-missing",
                "camunda:formRefBinding=\"deployment\" | camunda:formRefBinding=\"latest\" | binding",
                "camunda:decisionRef=\"weather\" | camunda:decisionRef=\"climate\" | dmn-missing",
                "camunda:candidateGroups=\"canbo\" | camunda:candidateGroups=\"nobody\" | post",
                "name=\"fourEyes\" value=\"Choose\" | name=\"fourEyes\" value=\"Elsewhere\" | four-eyes",
                "name=\"outcome:done\" | name=\"outcomes\" | no-outcome",
                "umbrella} | parasol} | variable-never-written"
            })
    void what_is_missing_is_named(String from, String to, String rule) {
        var text = new String(Samples.file("walk.bpmn").content(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        var broken =
                new ModelFile("bpmn/sample/walk.bpmn", text.replace(from, to).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> completeness.gather(broken, Samples.walk()))
                .isInstanceOfSatisfying(ModelRefused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::rule)
                        .contains(rule));
    }

    @Test
    void a_called_process_must_be_there_and_a_form_must_be_called_like_its_file() {
        assertThatThrownBy(() -> completeness.gather(Samples.file("outing.bpmn"), List.of(Samples.file("outing.bpmn"))))
                .hasMessageContaining("called-missing");

        var other =
                new ModelFile("forms/sample/walk-choose.form", "{\"id\":\"other\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> completeness.gather(
                        Samples.file("walk.bpmn"),
                        List.of(Samples.file("walk.bpmn"), Samples.file("weather.dmn"), other)))
                .hasMessageContaining("form-id");
    }
}
