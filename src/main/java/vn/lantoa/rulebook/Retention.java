package vn.lantoa.rulebook;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For how long what is kept: the dated rows of {@code retention_term}, asked by whoever removes it. */
@Component
public class Retention {

    /** What goes after a time; words: message {@code rulebook.option.code.<NAME>}. */
    public enum Kind {
        /** After a practice was closed. */
        PRACTICE(7),
        /** What the engine remembers of a case, after its end; shorter would leave nobody time to look into a failure. */
        CASE_HISTORY(30),
        NOTICE(7),
        MAIL(7),
        /** Sessions that are over, and failures to sign in. */
        SIGN_IN(1),
        /** From where an account was signed in to, after the last time. */
        SIGN_IN_PLACE(1),
        /** Answers kept for a request that comes twice. */
        REPEATED_REQUEST(1),
        NOMINEE_DRAFT(1),
        NOMINEE_REFUSED(1),
        NOMINEE_AWARDED(1),
        NOMINEE_CONSENT(1),
        NOMINEE_ACCESS_LOG(1);

        /** In what the kind is counted in. */
        final int least;

        Kind(int least) {
            this.least = least;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Retention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long it is kept by today's rule; before the first rule, by that. */
    public Period of(Kind kind) {
        return jdbc.sql("select amount, counted from retention_term where code = :code"
                        + " and (valid_to is null or valid_to >= :on) order by valid_from limit 1")
                .param("code", kind.name())
                .param("on", LocalDate.now(clock))
                .query((row, n) -> row.getString("counted").equals(RetentionTable.MONTHS)
                        ? Period.ofMonths(row.getInt("amount"))
                        : Period.ofDays(row.getInt("amount")))
                .single();
    }

    /** What was touched last before this moment is kept no longer. */
    public Instant keptSince(Kind kind) {
        return clock.instant().atZone(clock.getZone()).minus(of(kind)).toInstant();
    }

    /** What was touched last before this day is kept no longer. */
    public LocalDate keptFrom(Kind kind) {
        return LocalDate.now(clock).minus(of(kind));
    }

    /** When what was touched last at that moment is kept no longer. */
    public Instant keptUntil(Kind kind, Instant last) {
        return last.atZone(clock.getZone()).plus(of(kind)).toInstant();
    }
}
