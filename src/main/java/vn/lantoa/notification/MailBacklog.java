package vn.lantoa.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much mail has not gone out, and for how long. */
@Component
public class MailBacklog {

    /** Mail given up stays in the table for months; what is older is no news. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Courier courier;
    private final Clock clock;

    MailBacklog(JdbcClient jdbc, Courier courier, Clock clock) {
        this.jdbc = jdbc;
        this.courier = courier;
        this.clock = clock;
    }

    /**
     * The mail of this moment.
     *
     * @param sends whether this installation sends any
     * @param oldest how long the oldest waiting one has waited; empty when none waits
     * @param failed refused or given up in the last seven days
     */
    public record Backlog(boolean sends, long waiting, Optional<Duration> oldest, long failed) {}

    public Backlog now() {
        var now = clock.instant();
        return new Backlog(
                courier.sends(),
                jdbc.sql("select count(*) from mail where state = 'WAITING'")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select queued_at from mail where state = 'WAITING' order by queued_at limit 1")
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .optional()
                        .map(since -> waited(since, now)),
                jdbc.sql("select count(*) from mail where state in ('REFUSED', 'FAILED') and queued_at > ?")
                        .param(Timestamp.from(now.minus(RECENT)))
                        .query(Long.class)
                        .single());
    }

    private static Duration waited(Instant since, Instant now) {
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
