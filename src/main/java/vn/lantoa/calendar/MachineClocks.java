package vn.lantoa.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start when this machine and the database disagree about the time: locks of jobs and deadlines would lie. */
@Component
class MachineClocks implements InitializingBean {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Clock machine;
    private final Supplier<Instant> database;

    @Autowired
    MachineClocks(JdbcClient jdbc) {
        this(Clock.systemUTC(), () -> jdbc.sql("select current_timestamp")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single());
    }

    MachineClocks(Clock machine, Supplier<Instant> database) {
        this.machine = machine;
        this.database = database;
    }

    /** @throws IllegalStateException when they are more than two seconds apart, whatever the demo's clock says */
    @Override
    public void afterPropertiesSet() {
        var before = machine.instant();
        var there = database.get();
        var after = machine.instant();
        var apart = there.isBefore(before) ? Duration.between(there, before) : Duration.between(after, there);
        if (apart.compareTo(TOLERANCE) > 0) {
            throw new IllegalStateException(
                    "The clocks of this machine and of the database are " + apart.toMillis() + " ms apart; at most "
                            + TOLERANCE.toMillis() + " ms are allowed. Synchronize both (NTP), then start again.");
        }
    }
}
