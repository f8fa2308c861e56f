package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

    private final Feel feel = new Feel();

    @Test
    void an_expression_holds_or_does_not() {
        var data = Map.<String, Object>of(
                "kind",
                "nil",
                "count",
                3,
                "day",
                LocalDate.of(2026, 6, 20),
                "items",
                List.of("a"),
                "facts",
                Map.of("a", 1));

        assertThat(feel.holds("=kind = \"nil\"", data)).isTrue();
        assertThat(feel.holds("count > 3", data)).isFalse();
        assertThat(feel.holds("day >= date(\"2026-06-20\")", data)).isTrue();
        assertThat(feel.holds("list contains(items, \"a\") and facts.a = 1", data))
                .isTrue();
        assertThat(feel.holds("missing = null", data)).isTrue();
        assertThat(feel.holds("missing > 1", data)).isFalse();
        assertThat(feel.holds("count", data)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=for i in 1..3000000 return i",
                "some i in 1..9 satisfies i > 1",
                "every i in 1..9 satisfies i > 1",
                "function(x) x",
                "9 ** 99999999",
                "matches(kind, \"(a+)+b\")"
            })
    void what_could_run_for_ever_is_refused(String expression) {
        assertThatThrownBy(() -> feel.holds(expression, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void objects_with_methods_are_refused() {
        var file = new java.io.File("nothing");
        assertThatThrownBy(() -> feel.holds("f.delete()", Map.of("f", file)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
