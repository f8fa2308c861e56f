package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every vector at every place: refused by the check with a finding that names its element, and harmless to the engine without the check. */
class HostileFilesTest {

    private static final List<HostileFiles.Hostile> ALL = HostileFiles.all();

    private static final Map<String, Layers> WITHOUT = new LinkedHashMap<>(Map.of(
            "linter", Layers.ALL.withoutLinter(),
            "gate", Layers.ALL.withoutGate(),
            "resolver", Layers.ALL.withoutResolver(),
            "switches", Layers.ALL.withoutSwitches()));

    @Test
    void the_corpus_is_as_large_as_it_should_be_and_says_nothing_twice() {
        assertThat(ALL).hasSizeGreaterThan(400);
        assertThat(ALL).extracting(HostileFiles.Hostile::name).doesNotHaveDuplicates();
        Map<String, Long> kinds =
                ALL.stream().collect(Collectors.groupingBy(one -> one.file().ending(), Collectors.counting()));
        assertThat(kinds.keySet()).containsExactlyInAnyOrder("bpmn", "dmn", "form");
        assertThat(kinds.values()).allMatch(count -> count > 60);
    }

    @Test
    void the_check_refuses_each_and_names_its_element() {
        var check = House.check();
        assertThat(ALL).allSatisfy(hostile -> {
            var findings = check.check("attack", List.of(hostile.file()), Map.of());
            assertThat(findings)
                    .as(hostile.name())
                    .isNotEmpty()
                    .allMatch(finding -> finding.severity() == Finding.Severity.ERROR)
                    .anyMatch(finding -> finding.id().equals(hostile.element()));
            // Safety is looked at before completeness: these are its findings, not those of an incomplete process.
            assertThat(House.RULES.check(hostile.file().name(), hostile.file().content()))
                    .as(hostile.name())
                    .isEqualTo(findings);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"linter", "gate", "resolver", "switches"})
    void nothing_executes_with_one_layer_off(String layer) {
        try (var engine = SmallEngine.with(WITHOUT.get(layer))) {
            var attacker = engine.attacker();
            assertThat(ALL.stream()
                            .filter(HostileFiles.Hostile::runs)
                            .filter(hostile -> attacker.succeeds(hostile.attack())))
                    .isEmpty();
        }
    }

    @Test
    void without_any_layer_much_of_it_executes() {
        try (var open = SmallEngine.with(Layers.NONE)) {
            var attacker = open.attacker();
            var executed = ALL.stream()
                    .filter(HostileFiles.Hostile::runs)
                    .filter(hostile -> attacker.succeeds(hostile.attack()))
                    .count();
            assertThat(executed).as("a corpus that does nothing proves nothing").isGreaterThan(100);
        }
    }
}
