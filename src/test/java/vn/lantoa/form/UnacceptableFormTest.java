package vn.lantoa.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lantoa.form.Forms.form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form may not ask, or not in these words. */
class UnacceptableFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'html','content':'<b>x</b>'}",
                "{'type':'iframe','url':'https://example.org'}",
                "{'type':'documentPreview'}",
                "{'type':'button','action':'submit'}",
                "{'type':'expression','key':'x','expression':'=1'}",
                "{'type':'image','source':'https://example.org/x.png'}",
                "{'type':'filepicker','key':'x'}",
                "{'type':'columns'}",
                "{'key':'x'}",
                "{'type':'text','text':'<img src=x>'}",
                "{'type':'textfield'}",
                "{'type':'textfield','key':'a-b'}",
                "{'type':'textfield','key':'a..b'}",
                "{'type':'textfield','key':'1a'}",
                "{'type':'textfield','key':'__proto__'}",
                "{'type':'textfield','key':'constructor'}",
                "{'type':'textfield','key':'outcome'}",
                "{'type':'textfield','key':'unitLevel'}",
                "{'type':'textfield','key':'approvedByLeader'}",
                "{'type':'dynamiclist','components':[]}",
                "{'type':'dynamiclist','path':'m','components':[{'type':'figures','key':'f'}]}",
                "{'type':'select','key':'x'}",
                "{'type':'select','key':'x','values':[],'valuesKey':'units'}",
                "{'type':'select','key':'x','values':[],'valuesExpression':'=units'}",
                "{'type':'number','key':'x','validate':{'min':'=a'}}",
                "{'type':'number','key':'x','increment':'abc'}",
                "{'type':'textfield','key':'x','validate':{'pattern':'(?=a)b'}}",
                "{'type':'textfield','key':'x','validate':{'pattern':'(a)\\\\1'}}",
                "{'type':'textfield','key':'x','validate':{'pattern':'\\\\p{L}+'}}",
                "{'type':'textfield','key':'x','validate':{'pattern':'[a'}}"
            })
    void a_component_outside_the_allow_list_is_refused_by_name(String component) {
        assertThatExceptionOfType(UnacceptableForm.class)
                .isThrownBy(() -> form(component))
                .withMessageStartingWith("form component ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in [1] return i) > 1",
                "matches(a, (a))",
                "a +",
                "a > 5",
                "not(n > 3)",
                "not(b)",
                "n in [1] or b",
                "not(contains(a, a))",
                "not(elsewhere)",
                "a",
                "not(n)",
                "n = true",
                "l = null or l = l",
                "c",
                "is defined(n)",
                "a = x y",
                "if b then b else b",
                "between"
            })
    void a_condition_that_two_dialects_read_differently_is_refused(String condition) {
        assertThatExceptionOfType(UnacceptableForm.class).isThrownBy(() -> conditional(condition));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = null or n > -1.5 and not(b = true)",
                "list contains(l, 1) or count(l) >= 2",
                "c = null",
                "starts with(a, a) = true",
                "date(a) < date(a)",
                "elsewhere and this.n = 1 and i[1] = 2",
                "n in [1, 2, 3]"
            })
    void a_condition_that_both_read_alike_is_taken(String condition) {
        assertThat(conditional(condition)).isNotNull();
    }

    @Test
    void a_form_that_asks_for_a_key_twice_is_refused() {
        assertThatExceptionOfType(UnacceptableForm.class)
                .isThrownBy(() -> form("{'type':'textfield','key':'a'}", "{'type':'number','key':'a'}"));
        assertThatExceptionOfType(UnacceptableForm.class)
                .isThrownBy(() -> form("{'type':'textfield','key':'a'}", "{'type':'number','key':'a.b'}"));
        assertThatExceptionOfType(UnacceptableForm.class)
                .isThrownBy(() -> form("{'type':'text','id':'T'}", "{'type':'spacer','id':'T'}"));
    }

    private static Form conditional(String condition) {
        return form(
                "{'type':'textfield','key':'a'}",
                "{'type':'number','key':'n'}",
                "{'type':'checkbox','key':'b'}",
                "{'type':'checklist','key':'l','values':[]}",
                "{'type':'select','key':'c','values':[1,'x']}",
                "{'type':'spacer','conditional':{'hide':'=" + condition + "'}}");
    }
}
