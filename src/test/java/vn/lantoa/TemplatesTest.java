package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Traps of Thymeleaf that show only when a page is looked at. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*>", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> no_tag_is_replaced_and_asked_about_at_once() throws IOException {
        return each(tag -> assertThat(tag)
                .as("th:replace comes before th:if, so the condition would be lost")
                .doesNotContainPattern("(?s)(?=.*th:replace)(?=.*th:(if|unless|each)).*"));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_written_without_escaping() throws IOException {
        return each(tag -> assertThat(tag).doesNotContain("th:utext", "style=", "onclick=", "hx-on", "js:"));
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<String> check) throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(TEMPLATES.relativize(file).toString(), () -> tags(file)
                                    .forEach(check)));
        }
    }

    private static Stream<String> tags(Path file) {
        try {
            return TAG.matcher(Files.readString(file)).results().map(found -> found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
