package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What free text is asked about; the island runs the same corpus. */
class PersonalDataTest {

    @TestFactory
    Stream<DynamicTest> a_name_with_a_number_is_asked_about_and_nothing_else() throws IOException {
        var corpus = new ObjectMapper().readTree(getClass().getResourceAsStream("/reporting/personal-data.json"));
        return StreamSupport.stream(corpus.spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.path("text").asText(), () -> assertThat(
                                PersonalData.in(one.path("text").asText()) != null)
                        .isEqualTo(one.path("asked").asBoolean())));
    }

    @Test
    void a_confirmation_is_for_one_number_and_holds_none_of_it() {
        var one = PersonalData.in("Lê Văn An 0905123456").mark();
        assertThat(PersonalData.in("Lê Văn An, ĐT 0905.123.456").mark()).isEqualTo(one);
        assertThat(PersonalData.in("Lê Văn An 0905123457").mark()).isNotEqualTo(one);
        assertThat("0905123456").doesNotContain(one);
    }
}
