package vn.lantoa.web;

import java.sql.Timestamp;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.rulebook.Retention;

/** From which addresses an account was signed in to lately. Kept for a term of the rulebook after the last time, for {@link GuessLimits} and nobody else. */
@Component
class UsualPlaces {

    private final JdbcClient jdbc;
    private final WallClock clock;
    private final Retention retention;

    UsualPlaces(JdbcClient jdbc, WallClock clock, Retention retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    boolean usual(String account, String address) {
        return jdbc.sql("select 1 from signin_place where account = ? and address = ? and seen_at > ?")
                .params(account.toLowerCase(Locale.ROOT), address, since())
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
        jdbc.sql("delete from signin_place where seen_at < ?").param(since()).update();
    }

    private int seen(String account, String address) {
        return jdbc.sql("update signin_place set seen_at = ? where account = ? and address = ?")
                .params(Timestamp.from(clock.now()), account.toLowerCase(Locale.ROOT), address)
                .update();
    }

    private Timestamp since() {
        return Timestamp.from(clock.now().minus(retention.of(Retention.Kind.SIGN_IN_PLACE)));
    }
}
