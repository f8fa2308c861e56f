package vn.lantoa.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From which addresses an account was signed in to lately. Kept for a month after the last time, for {@link GuessLimits} and nobody else. */
@Component
class UsualPlaces {

    static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final WallClock clock;

    UsualPlaces(JdbcClient jdbc, WallClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean usual(String account, String address) {
        return jdbc.sql("select 1 from signin_place where account = ? and address = ? and seen_at > ?")
                .params(
                        account.toLowerCase(Locale.ROOT),
                        address,
                        Timestamp.from(clock.now().minus(REMEMBERED)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void remember(String account, String address) {
        if (seen(account, address) == 0) {
            try {
                jdbc.sql("insert into signin_place (seen_at, account, address) values (?, ?, ?)")
                        .params(Timestamp.from(clock.now()), account.toLowerCase(Locale.ROOT), address)
                        .update();
            } catch (DuplicateKeyException elsewhere) {
                // Noted this moment by another sign-in.
            }
        }
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT12H")
    @Transactional
    void forget() {
        jdbc.sql("delete from signin_place where seen_at < ?")
                .param(Timestamp.from(clock.now().minus(REMEMBERED)))
                .update();
    }

    private int seen(String account, String address) {
        return jdbc.sql("update signin_place set seen_at = ? where account = ? and address = ?")
                .params(Timestamp.from(clock.now()), account.toLowerCase(Locale.ROOT), address)
                .update();
    }
}
