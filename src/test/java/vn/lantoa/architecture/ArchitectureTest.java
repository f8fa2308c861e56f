package vn.lantoa.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import vn.lantoa.LanToa;
import vn.planted.PlantedApplication;

/** Who may import whom; and that each rule really catches what it forbids. */
class ArchitectureTest {

    @Test
    void modules_keep_to_their_doors() {
        ApplicationModules.of(LanToa.class).verify();
    }

    @Test
    void a_planted_way_round_a_door_is_found() {
        assertThatThrownBy(() -> ApplicationModules.of(PlantedApplication.class, (ImportOption) location -> true)
                        .verify())
                .isInstanceOf(Violations.class);
    }

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_rules() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.lantoa");
        return new HouseRules("vn.lantoa")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(house)));
    }

    @TestFactory
    Stream<DynamicTest> a_planted_violation_of_each_rule_is_found() {
        var planted = new ClassFileImporter().importPackages("vn.planted");
        return new HouseRules("vn.planted")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertThat(
                                        rule.getValue().evaluate(planted).hasViolation())
                                .as(rule.getKey())
                                .isTrue()));
    }
}
