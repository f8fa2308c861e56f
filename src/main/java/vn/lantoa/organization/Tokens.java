package vn.lantoa.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;

/** Personal tokens of the API: shown once, kept as a fingerprint, good for a year at most, revocable. */
@Component
public class Tokens {

    /** A token without its secret. */
    public record Token(long id, String name, Instant createdAt, Instant expiresAt) {}

    private static final Duration LIFE = Duration.ofDays(365);
    private static final String PREFIX = "lt_";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tokens(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a token for oneself; {@link Done#secret} tells it once. */
    @Transactional
    public Change issue(Actor by, String name) {
        var refused = Checks.first(
                () -> Checks.name(name),
                () -> Checks.when(VietnameseText.clean(name).length() > 100, Reason.NAME_TOO_LONG, "name"));
        if (refused.isPresent()) {
            return refused.get();
        }
        var secret = PREFIX + Secrets.random();
        var now = clock.instant();
        jdbc.sql("insert into api_token (person_id, name, token_hash, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        by.id().value(),
                        VietnameseText.clean(name),
                        Secrets.fingerprint(secret),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        tell("token.issued", by);
        return new Done(by.id().value(), secret);
    }

    /** Ends one of one's own tokens; somebody else's is left alone. */
    @Transactional
    public void revoke(Actor by, long token) {
        var revoked = jdbc.sql(
                        "update api_token set revoked_at = ? where id = ? and person_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), token, by.id().value())
                .update();
        if (revoked > 0) {
            tell("token.revoked", by);
        }
    }

    /** One's tokens that still open something, the newest first. */
    public List<Token> of(PersonId person) {
        return jdbc.sql(
                        "select id, name, created_at, expires_at from api_token where person_id = ? and revoked_at is null"
                                + " and expires_at > ? order by id desc")
                .params(person.value(), Timestamp.from(clock.instant()))
                .query((row, n) -> new Token(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant()))
                .list();
    }

    /** The username a token speaks for; empty when it is unknown, over or revoked, or the account blocked. */
    public Optional<String> usernameOf(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select p.username from api_token t join person p on p.id = t.person_id join account a on a.person_id = p.id"
                                + " where t.token_hash = ? and t.revoked_at is null and t.expires_at > ? and a.blocked = false and a.must_change = false")
                .params(Secrets.fingerprint(secret), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    private void tell(String action, Actor by) {
        events.publishEvent(new RightsChanged(action, by, "person:" + by.id(), null, Map.of(), Map.of()));
    }
}
