package vn.lantoa.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lantoa.form.Forms.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.form.Acceptance.Accepted;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Acceptance.Refused;

/** Which answers a form takes, and what it says of the others. */
class FormTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int TEN_MEGABYTES = 10_000_000;

    @Test
    void accepted_numbers_are_exact() {
        var accepted = form("{'type':'number','key':'n'}", "{'type':'figures','key':'f','indicators':[{'code':'D3'}]}")
                .accept(Map.of("n", 0.1, "f", Map.of("D3", Map.of("value", "1.234,5"))), null, VIETNAMESE);

        assertThat(accepted)
                .isEqualTo(new Accepted(Map.of(
                        "n",
                        new BigDecimal("0.1"),
                        "f",
                        Map.of("D3", Map.of("value", new BigDecimal("1234.5"), "qualifier", "exact")))));
    }

    @Test
    void a_refusal_is_said_in_the_language_of_the_reader() {
        var form = form("{'type':'figures','key':'f','indicators':[{'code':'D3','max':1000.5}]}");
        Map<String, Object> answers = Map.of("f", Map.of("D3", Map.of("value", 2000)));

        assertThat(form.accept(answers, null, VIETNAMESE))
                .isEqualTo(refused("f.D3", "Chỉ tiêu này không quá 1.000,5."));
        assertThat(form.accept(answers, null, Locale.ENGLISH))
                .isEqualTo(refused("f.D3", "This indicator is at most 1,000.5."));
    }

    @Test
    void an_ambiguous_number_is_refused_with_both_readings() {
        var form = form("{'type':'figures','key':'f','indicators':[{'code':'D3'}]}");

        assertThat(form.accept(Map.of("f", Map.of("D3", Map.of("value", "1,234"))), null, Locale.ENGLISH))
                .isEqualTo(refused("f.D3", "“1,234” can be read in two ways: enter 1.234 or 1,2340."));
    }

    @Test
    void the_forms_own_words_explain_its_pattern() {
        var form = form(
                "{'type':'textfield','key':'x','validate':{'pattern':'^\\\\d+$','patternErrorMessage':'Chỉ ghi số.'}}");

        assertThat(form.accept(Map.of("x", "a"), null, VIETNAMESE)).isEqualTo(refused("x", "Chỉ ghi số."));
    }

    @Test
    void unknown_keys_are_marked_and_nothing_else_is_said() {
        var refusal = (Refused) form("{'type':'textfield','key':'x','validate':{'required':true}}")
                .accept(Map.of("approved", true), null, VIETNAMESE);

        assertThat(refusal.unknownKeys()).isTrue();
        assertThat(refusal.errors()).extracting(FieldError::key).containsExactly("approved");
    }

    @Test
    void text_without_end_is_refused_before_it_is_looked_at() {
        var form = form("{'type':'textarea','key':'x'}");

        assertThat(form.judge(Map.of("x", "a".repeat(TEN_MEGABYTES)), Map.of(), null)
                        .findings())
                .containsExactly(Finding.of("", "tooLarge"));
        assertThat(form.judge(Map.of("x", "a".repeat(Size.MOST_IN_A_FIELD + 1)), Map.of(), null)
                        .findings())
                .containsExactly(Finding.of("x", "maxLength", Size.MOST_IN_A_FIELD));
        assertThat(form.judge(Map.of("x", "a".repeat(Size.MOST_IN_A_FIELD)), Map.of(), null)
                        .findings())
                .isEmpty();
    }

    @Test
    void rows_without_end_are_refused() {
        var form = form("{'type':'dynamiclist','path':'m','components':[{'type':'textfield','key':'x'}]}");

        assertThat(form.judge(Map.of("m", Collections.nCopies(Size.MOST_ROWS + 1, Map.of())), Map.of(), null)
                        .findings())
                .containsExactly(Finding.of("m", "rows", Size.MOST_ROWS));
    }

    @Test
    void a_hostile_text_does_not_stall_a_pattern() {
        var form = form("{'type':'textfield','key':'x','validate':{'pattern':'^(a+)+$'}}");

        assertThat(form.judge(Map.of("x", "a".repeat(5000) + "!"), Map.of(), null)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("pattern");
    }

    @Test
    void a_draft_keeps_what_is_asked_for_valid_or_not() {
        var form = form(
                "{'type':'number','key':'n'}",
                "{'type':'group','path':'g','components':[{'type':'textfield','key':'a'}]}",
                "{'type':'dynamiclist','path':'m','components':[{'type':'textfield','key':'x'}]}",
                "{'type':'figures','key':'f','indicators':[{'code':'D3'}]}");

        assertThat(form.draft(Map.of(
                        "n", "1x",
                        "g", Map.of("a", "b", "c", "d"),
                        "m", List.of(Map.of("x", "y", "z", 1), "odd"),
                        "f", Map.of("D3", Map.of("value", "1,234"), "X9", Map.of()),
                        "approved", true)))
                .isEqualTo(Map.of(
                        "n", "1x",
                        "g", Map.of("a", "b"),
                        "m", List.of(Map.of("x", "y"), Map.of()),
                        "f", Map.of("D3", Map.of("value", "1,234"))));
    }

    @Test
    void a_draft_without_end_is_refused() {
        var form = form("{'type':'textarea','key':'x'}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> form.draft(Map.of("x", "a".repeat(Size.MOST_IN_A_FIELD + 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> form.draft(Map.of("x", "a".repeat(TEN_MEGABYTES))));
    }

    private static Refused refused(String key, String message) {
        return new Refused(List.of(new FieldError(key, message)), false);
    }
}
