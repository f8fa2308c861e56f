package vn.lantoa.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.Retention;

/** Answers remembered by person and Idempotency-Key, in the database, so that every node knows them. */
@Component
class IdempotentAnswers {

    /** A request that takes longer than this is taken for dead; should it live, it can no longer commit ({@link RequestEffects}). */
    private static final Duration PENDING = Duration.ofMinutes(1);

    /**
     * @param status null while the first request is still being worked on, and for good when its node died meanwhile
     * @param effect whether what it does is committed
     */
    record Answer(
            String requestHash, Integer status, String contentType, String location, String body, boolean effect) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Retention retention;

    IdempotentAnswers(JdbcClient jdbc, Clock clock, Retention retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    /** Takes the key for a first request, or for one whose first attempt died without effect; empty when it is taken. */
    Optional<RequestEffects.Attempt> begin(String person, String token, String requestHash) {
        forget(person, token);
        var attempt =
                new RequestEffects.Attempt(person, token, UUID.randomUUID().toString());
        try {
            jdbc.sql(
                            "insert into idempotency (person, token, request_hash, created_at, attempt) values (?, ?, ?, ?, ?)")
                    .params(person, token, requestHash, now(Duration.ZERO), attempt.id())
                    .update();
            return Optional.of(attempt);
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
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
                        row.getString("body"),
                        row.getBoolean("effect")))
                .optional();
    }

    void keep(RequestEffects.Attempt of, Answer answer) {
        jdbc.sql(
                        """
                        update idempotency set status = ?, content_type = ?, location = ?, body = ?
                        where person = ? and token = ? and attempt = ?""")
                .params(answer.status(), answer.contentType(), answer.location(), answer.body())
                .params(of.person(), of.token(), of.id())
                .update();
    }

    /** The request failed on our side: the same key may try again, unless a part of it stands. */
    void release(RequestEffects.Attempt of) {
        jdbc.sql("delete from idempotency where person = ? and token = ? and attempt = ? and effect = false")
                .params(of.person(), of.token(), of.id())
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
                        and (created_at < ? or status is null and effect = false and created_at < ?)""")
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
