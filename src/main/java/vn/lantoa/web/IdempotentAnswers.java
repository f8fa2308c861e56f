package vn.lantoa.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.Retention;

/** Answers remembered by person and Idempotency-Key, in the database, so that every node knows them. */
@Component
class IdempotentAnswers {

    /** A request that takes longer than this died with its node. */
    private static final Duration PENDING = Duration.ofMinutes(10);

    /**
     * @param status null while the first request is still being worked on
     */
    record Answer(String requestHash, Integer status, String contentType, String location, String body) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Retention retention;

    IdempotentAnswers(JdbcClient jdbc, Clock clock, Retention retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    /** Takes the key for a first request; false when it is taken. */
    boolean begin(String person, String token, String requestHash) {
        forget(person, token);
        try {
            jdbc.sql("insert into idempotency (person, token, request_hash, created_at) values (?, ?, ?, ?)")
                    .params(person, token, requestHash, now(Duration.ZERO))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    Optional<Answer> find(String person, String token) {
        return jdbc.sql("select * from idempotency where person = ? and token = ?")
                .params(person, token)
                .query((row, n) -> new Answer(
                        row.getString("request_hash"),
                        row.getObject("status", Integer.class),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("body")))
                .optional();
    }

    void keep(String person, String token, Answer answer) {
        jdbc.sql(
                        """
                        update idempotency set status = ?, content_type = ?, location = ?, body = ?
                        where person = ? and token = ?""")
                .params(answer.status(), answer.contentType(), answer.location(), answer.body(), person, token)
                .update();
    }

    /** The request failed on our side: the same key may try again. */
    void release(String person, String token) {
        jdbc.sql("delete from idempotency where person = ? and token = ?")
                .params(person, token)
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetOld() {
        jdbc.sql("delete from idempotency where created_at < ?")
                .param(keptSince())
                .update();
    }

    private void forget(String person, String token) {
        jdbc.sql(
                        """
                        delete from idempotency where person = ? and token = ?
                        and (created_at < ? or status is null and created_at < ?)""")
                .params(person, token, keptSince(), now(PENDING))
                .update();
    }

    private Timestamp keptSince() {
        return Timestamp.from(retention.keptSince(Retention.Kind.REPEATED_REQUEST));
    }

    private Timestamp now(Duration ago) {
        return Timestamp.from(clock.instant().minus(ago));
    }
}
