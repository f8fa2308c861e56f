package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the code writes down, the page has words for it. */
class AuditSentencesTest {

    /** Literal actions, and the acts of a report, a campaign or an adoption, which their stories turn into actions. */
    private static final Pattern RECORDED = Pattern.compile("\"((?:task|signin|account|token|person|unit)\\.[a-z-]+)\""
            + "|record\\(\\s*\"([a-z]+\\.[a-z-]+)\"|story\\.tell\\(\\s*[^\"]*?\"([a-z-]+)\"");

    /** What the stories of other folders than the report's put before an act. */
    private static final Map<String, String> STORIES = Map.of("campaign", "campaign.", "adoption", "model-adoption.");

    @Test
    void every_action_has_its_words() throws IOException {
        var words = ResourceBundle.getBundle("messages");
        assertThat(actions()).hasSizeGreaterThan(30).allSatisfy(action -> assertThat(
                        words.containsKey("audit." + action))
                .as("audit." + action)
                .isTrue());
    }

    private static String first(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static List<String> actions() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var story = STORIES.entrySet().stream()
                        .filter(one -> file.toString().contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("report.");
                var matcher = RECORDED.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(3) == null ? first(matcher) : story + matcher.group(3));
                }
            }
        }
        return found.stream().distinct().sorted().toList();
    }
}
