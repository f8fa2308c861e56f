package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnamTimeTest {

    /** What the child process runs. */
    static final class Main {

        public static void main(String[] args) {
            if (Boolean.getBoolean("lantoa.test.early")) {
                System.setProperty("user.timezone", "Etc/UTC");
            }
            VietnamTime.insist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "GMT", "Europe/Berlin", "Asia/Tokyo", ":America/New_York", "no-such-zone"})
    void an_explicit_foreign_zone_is_refused(String zone) {
        assertThatThrownBy(() -> VietnamTime.refuse("TZ", zone))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TZ asks for " + zone);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "Asia/Ho_Chi_Minh", ":Asia/Ho_Chi_Minh", "Asia/Saigon"})
    void no_zone_or_ours_is_welcome(String zone) {
        assertThatCode(() -> VietnamTime.refuse("TZ", zone)).doesNotThrowAnyException();
    }

    @Test
    void a_machine_elsewhere_is_no_explicit_zone() throws Exception {
        assertThat(start("-Dlantoa.test.early=true")).isEmpty();
    }

    @Test
    void a_process_told_another_zone_does_not_start() throws Exception {
        assertThat(start("-Duser.timezone=UTC")).contains("user.timezone asks for UTC");
        assertThat(start("-Duser.timezone=Asia/Ho_Chi_Minh")).isEmpty();
    }

    private static String start(String option) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java, "-Xshare:auto", option, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        builder.environment().keySet().removeAll(List.of("TZ", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
