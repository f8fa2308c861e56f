package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.lantoa.engine.HistoryUse.Use;
import vn.lantoa.notification.MailBacklog.Backlog;
import vn.lantoa.operations.CountedQueries.Counting;

/** From where on something is said not to be well. */
class VerdictsTest {

    final Verdicts verdicts = new Verdicts(Duration.ofSeconds(1));

    @Test
    void a_disk_warns_early_and_then_says_that_work_has_stopped() {
        assertThat(disk(5000)).isEqualTo("disk.well");
        assertThat(disk(900)).isEqualTo("disk.scarce");
        assertThat(disk(199)).isEqualTo("disk.full");
    }

    @Test
    void a_history_that_is_not_cleaned_wants_a_look() {
        assertThat(verdicts.ofHistory(new Use(9, 3, 0, Period.ofDays(365), Optional.empty()))
                        .message())
                .isEqualTo("history.well");
        assertThat(verdicts.ofHistory(new Use(9, 3, 1, Period.ofDays(365), Optional.empty()))
                        .health())
                .isEqualTo(Health.LOOK);
    }

    @Test
    void mail_may_wait_an_hour() {
        assertThat(mail(true, 3, Duration.ofMinutes(59), 0)).isEqualTo("mail.well");
        assertThat(mail(true, 3, Duration.ofMinutes(61), 0)).isEqualTo("mail.late");
        assertThat(mail(true, 0, null, 2)).isEqualTo("mail.refused");
        assertThat(mail(false, 0, null, 0)).isEqualTo("mail.off");
    }

    @Test
    void a_route_is_slow_by_its_average_and_not_by_its_first_answers() {
        assertThat(routes(4, 3000)).isEqualTo("routes.well");
        assertThat(routes(5, 3000)).isEqualTo("routes.slow");
        assertThat(routes(5, 900)).isEqualTo("routes.well");
        assertThat(verdicts.ofRoutes(List.of()).message()).isEqualTo("routes.none");
    }

    @Test
    void nodes_of_two_versions_are_told() {
        assertThat(verdicts.ofNodes(List.of(node("1", false), node("2", false))).message())
                .isEqualTo("nodes.versions");
        assertThat(verdicts.ofNodes(List.of(node("1", false), node("2", true))).message())
                .isEqualTo("nodes.away");
        assertThat(verdicts.ofNodes(List.of()).health()).isEqualTo(Health.LOOK);
    }

    @Test
    void requests_that_queue_and_statements_that_are_slow_call_somebody() {
        assertThat(verdicts.ofDatabase(new DatabaseUse("H2", Optional.empty(), 16, 16, 3))
                        .health()
                        .calls())
                .isTrue();
        assertThat(verdicts.ofQueries(new CountedQueries(Counting.OFF, List.of()))
                        .health()
                        .calls())
                .isFalse();
        var slow = new Query("select $1", 10, Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(verdicts.ofQueries(new CountedQueries(Counting.COUNTED, List.of(slow)))
                        .message())
                .isEqualTo("queries.slow");
    }

    private String disk(long free) {
        return verdicts.ofDisk(new DiskRoom(
                        DataSize.ofMegabytes(free),
                        DataSize.ofGigabytes(40),
                        DataSize.ofMegabytes(200),
                        DataSize.ofGigabytes(1)))
                .message();
    }

    private String mail(boolean sends, long waiting, Duration oldest, long failed) {
        return verdicts.ofMail(new Backlog(sends, waiting, Optional.ofNullable(oldest), failed))
                .message();
    }

    private String routes(long answers, long milliseconds) {
        var mean = Duration.ofMillis(milliseconds);
        return verdicts.ofRoutes(List.of(new Route("GET", "/tasks", answers, mean, mean)))
                .message();
    }

    private static Node node(String version, boolean away) {
        return new Node("a:" + version, Optional.of(version), Instant.EPOCH, Instant.EPOCH, away, false);
    }
}
