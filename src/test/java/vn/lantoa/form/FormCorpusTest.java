package vn.lantoa.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.form.Corpus.Case;

/** Every case of the corpus on the server; the same cases run in form-js itself. */
class FormCorpusTest {

    @ParameterizedTest
    @MethodSource("cases")
    void says_what_form_js_says(Case one) {
        var judgement = Form.of(one.schema()).judge(one.answers(), one.known(), one.outcome());

        assertThat(Corpus.verdict(judgement)).isEqualTo(one.verdict());
    }

    @Test
    void at_least_three_hundred_cases_run_in_both() {
        assertThat(cases().filter(one -> !one.serverOnly())).hasSizeGreaterThanOrEqualTo(300);
    }

    static Stream<Case> cases() {
        return Corpus.cases();
    }
}
