package vn.lantoa.diagrams.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.lantoa.engine.Finding;

/** Every rule of the check has words in both languages, and no words stand for a rule that is gone. */
class FindingWordsTest {

    private static final String PREFIX = "process.finding.";

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_en"})
    void rules_and_words_are_the_same_list(String bundle) {
        var worded = new TreeSet<String>();
        ResourceBundle.getBundle(bundle, Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> worded.add(key.substring(PREFIX.length())));

        assertThat(worded).isEqualTo(new TreeSet<>(Finding.RULES));
    }

    @Test
    void words_name_the_element_as_people_know_it() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var words = new FindingWords(messages);
        var finding = finding("Appraise (line 12)", "Thẩm định");

        assertThat(words.of(finding, Locale.forLanguageTag("vi")))
                .isEqualTo("Bước «Thẩm định» chưa có chức danh xử lý.");
        assertThat(words.of(finding, Locale.ENGLISH)).isEqualTo("The step «Thẩm định» has no post that does it.");
        assertThat(finding.id()).isEqualTo("Appraise");
        assertThat(finding.line()).isEqualTo(12);
        assertThat(FindingWords.element(finding("Appraise (line 12)", ""))).isEqualTo("Appraise");
        assertThat(FindingWords.element(finding("file", ""))).isEqualTo("bpmn/x/x.bpmn");
    }

    private static Finding finding(String element, String name) {
        return new Finding(Finding.Severity.ERROR, "bpmn/x/x.bpmn", element, name, "post", "no post", List.of(""));
    }
}
