package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the code writes down, the page has words for it. */
class AuditSentencesTest {

    /** Literal actions, and the acts of a report or a campaign, which their stories turn into actions. */
    private static final Pattern RECORDED = Pattern.compile("\"((?:task|signin|account|token|person|unit)\\.[a-z-]+)\""
            + "|record\\(\\s*\"([a-z]+\\.[a-z-]+)\"|story\\.tell\\(\\s*[^\"]*?\"([a-z-]+)\"");

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
                var story = file.toString().contains("campaign") ? "campaign." : "report.";
                var matcher = RECORDED.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(3) == null ? first(matcher) : story + matcher.group(3));
                }
            }
        }
        return found.stream().distinct().sorted().toList();
    }
}
