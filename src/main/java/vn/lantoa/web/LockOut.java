package vn.lantoa.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what is guessed wrong, for an account and an address: after a few it is shut, first a minute, then twice as long each time, never
 * more than a quarter of an hour. Counted in the database, so that all nodes share it.
 */
@Component
class LockOut {

    private static final int FREE = 5;
    private static final int LONGEST_MINUTES = 15;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /**
     * How much is forgiven.
     *
     * @param free that many are typing errors
     * @param forgotten after so long without another one all begins anew
     */
    record Patience(int free, Duration forgotten) {}

    private static final Patience USUAL = new Patience(FREE, FORGOTTEN_AFTER);

    private final JdbcClient jdbc;
    private final WallClock clock;

    LockOut(JdbcClient jdbc, WallClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long this account stays shut for this address; empty when it is open. */
    Optional<Duration> remaining(String account, String address) {
        var now = clock.now();
        return jdbc.sql(
                        "select locked_until from signin_failure where account = ? and address = ? and locked_until > ?")
                .params(key(account), address, Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    void failed(String account, String address) {
        failed(account, address, USUAL);
    }

    void failed(String account, String address, Patience patience) {
        var now = clock.now();
        jdbc.sql("update signin_failure set failures = 0 where account = ? and address = ? and last_at < ?")
                .params(key(account), address, Timestamp.from(now.minus(patience.forgotten())))
                .update();
        if (count(account, address, now) == 0) {
            begin(account, address, now);
        }
        var failures = jdbc.sql("select failures from signin_failure where account = ? and address = ?")
                .params(key(account), address)
                .query(Integer.class)
                .single();
        if (failures >= patience.free()) {
            var minutes = Math.min(LONGEST_MINUTES, 1L << Math.min(4, failures - patience.free()));
            jdbc.sql("update signin_failure set locked_until = ? where account = ? and address = ?")
                    .params(Timestamp.from(now.plus(Duration.ofMinutes(minutes))), key(account), address)
                    .update();
        }
    }

    void succeeded(String account, String address) {
        jdbc.sql("delete from signin_failure where account = ? and address = ?")
                .params(key(account), address)
                .update();
    }

    private int count(String account, String address, Instant now) {
        return jdbc.sql(
                        "update signin_failure set failures = failures + 1, last_at = ? where account = ? and address = ?")
                .params(Timestamp.from(now), key(account), address)
                .update();
    }

    private void begin(String account, String address, Instant now) {
        try {
            jdbc.sql("insert into signin_failure (account, address, failures, last_at) values (?, ?, 1, ?)")
                    .params(key(account), address, Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            count(account, address, now);
        }
    }

    private static String key(String account) {
        var lower = account.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(100, lower.length()));
    }
}
