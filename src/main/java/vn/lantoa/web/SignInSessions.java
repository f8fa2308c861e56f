package vn.lantoa.web;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Accounts.CredentialsRevoked;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Secrets;
import vn.lantoa.rulebook.Retention;

/** Who is signed in where: 30 minutes without a request or 12 hours in all end a session. In real time, never the demo's. */
@Component
class SignInSessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** A session as its owner sees it on the account page. */
    record Session(long id, Instant since, Instant seen, String device, String address, boolean here) {}

    private record Found(long id, String username, Instant seen) {}

    private final JdbcClient jdbc;
    private final WallClock clock;
    private final Retention retention;

    SignInSessions(JdbcClient jdbc, WallClock clock, Retention retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
    }

    /** Begins a session and gives the secret for its cookie. */
    @Transactional
    String begin(String username, String device, String address) {
        var secret = Secrets.random();
        var now = Timestamp.from(clock.now());
        jdbc.sql("insert into signin_session (token_hash, person_id, created_at, seen_at, device, address)"
                        + " select ?, id, cast(? as timestamp(3) with time zone), cast(? as timestamp(3) with time zone), ?, ?"
                        + " from person where username = ?")
                .params(Secrets.fingerprint(secret), now, now, cut(device, 200), cut(address, 64), username)
                .update();
        return secret;
    }

    /** The username of a living session; its idle time starts anew. */
    @Transactional
    Optional<String> usernameOf(String secret) {
        var now = clock.now();
        var found = jdbc.sql(
                        "select s.id, p.username, s.seen_at from signin_session s join person p on p.id = s.person_id"
                                + " join account a on a.person_id = p.id"
                                + " where s.token_hash = ? and s.seen_at > ? and s.created_at > ? and a.blocked = false")
                .params(
                        Secrets.fingerprint(secret),
                        Timestamp.from(now.minus(IDLE)),
                        Timestamp.from(now.minus(LONGEST)))
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getTimestamp("seen_at").toInstant()))
                .optional();
        found.filter(session -> session.seen().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(session -> jdbc.sql("update signin_session set seen_at = ? where id = ?")
                        .params(Timestamp.from(now), session.id())
                        .update());
        return found.map(Found::username);
    }

    /** The living sessions of a person, the latest first; the one of {@code secret} is marked. */
    List<Session> of(PersonId person, String secret) {
        var here = secret == null ? "" : Secrets.fingerprint(secret);
        var now = clock.now();
        return jdbc.sql(
                        "select id, created_at, seen_at, device, address, token_hash from signin_session where person_id = ?"
                                + " and seen_at > ? and created_at > ? order by seen_at desc, id desc")
                .params(person.value(), Timestamp.from(now.minus(IDLE)), Timestamp.from(now.minus(LONGEST)))
                .query((row, n) -> new Session(
                        row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getString("device"),
                        row.getString("address"),
                        row.getString("token_hash").equals(here)))
                .list();
    }

    /** Ends the session of this cookie. */
    @Transactional
    void end(String secret) {
        jdbc.sql("delete from signin_session where token_hash = ?")
                .param(Secrets.fingerprint(secret))
                .update();
    }

    /** Ends one of a person's own sessions; somebody else's is left alone. */
    @Transactional
    void end(PersonId person, long session) {
        jdbc.sql("delete from signin_session where id = ? and person_id = ?")
                .params(session, person.value())
                .update();
    }

    @EventListener
    void endAll(CredentialsRevoked revoked) {
        jdbc.sql("delete from signin_session where person_id = ?")
                .param(revoked.person().value())
                .update();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    @Transactional
    void forgetEnded() {
        var over = Timestamp.from(clock.now().minus(retention.of(Retention.Kind.SIGN_IN)));
        jdbc.sql("delete from signin_session where seen_at < ?").param(over).update();
        jdbc.sql("delete from signin_failure where last_at < ?").param(over).update();
    }

    private static String cut(String text, int length) {
        var known = text == null ? "" : text.replaceAll("\\p{Cc}", "");
        return known.substring(0, Math.min(length, known.length()));
    }
}
