package vn.lantoa.commendation.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers anybody who holds a decision's code whether it is genuine and in force, and nothing more. */
@Component
public class Verifications {

    /** So many wrong codes an hour from one address are typing errors; more is guessing. */
    private static final int FREE = 20;

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final DecisionRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    Verifications(DecisionRows rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is said. */
    public enum Answer {
        IN_FORCE,
        /** Some lines of it were annulled. */
        PARTLY,
        ANNULLED,
        UNKNOWN,
        /** Too many wrong codes from this address. */
        WAIT
    }

    /** @param address where the question comes from */
    public Answer ask(String typed, String address) {
        if (tries(address) >= FREE) {
            return Answer.WAIT;
        }
        var decision = VerificationCode.read(typed).flatMap(rows::byCode);
        if (decision.isEmpty()) {
            count(address);
            return Answer.UNKNOWN;
        }
        return state(decision.get());
    }

    private Answer state(Decision decision) {
        var annulled = rows.annulled(decision.id());
        var standing = rows.items(decision.id()).stream()
                .filter(DecisionItem::stands)
                .filter(item -> !annulled.contains(item.id()))
                .count();
        if (annulled.isEmpty()) {
            return Answer.IN_FORCE;
        }
        return standing == 0 ? Answer.ANNULLED : Answer.PARTLY;
    }

    private int tries(String address) {
        jdbc.sql("delete from award_verification_try where since < ?")
                .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
        return jdbc.sql("select tries from award_verification_try where address = ?")
                .param(address)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void count(String address) {
        var counted = jdbc.sql("update award_verification_try set tries = tries + 1 where address = ?")
                .param(address)
                .update();
        if (counted == 0) {
            try {
                jdbc.sql("insert into award_verification_try (address, since, tries) values (?, ?, 1)")
                        .params(address, Timestamp.from(clock.instant()))
                        .update();
            } catch (DuplicateKeyException quicker) {
                // Two wrong codes in one moment count as one.
            }
        }
    }
}
