package vn.lantoa.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
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

    /** Whoever is to be run by hand says so; all others were meant to be run and would not be. */
    @Test
    void every_test_is_called_so_that_the_build_finds_it() throws IOException {
        var readers = new CachingMetadataReaderFactory();
        var nameless = new ArrayList<String>();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources(testClasses() + "vn/lantoa/**/*.class")) {
            var type = readers.getMetadataReader(file).getAnnotationMetadata();
            var top = type.getClassName().replaceAll("\\$.*", "");
            if (!top.endsWith("Test")
                    && !top.endsWith("E2E")
                    && !type.isAbstract()
                    && !type.isAnnotated(EnabledIfSystemProperty.class.getName())
                    && type.hasAnnotatedMethods(Testable.class.getName())) {
                nameless.add(type.getClassName());
            }
        }
        assertThat(nameless).isEmpty();
    }

    private static String testClasses() {
        return ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
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
