package vn.lantoa.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Accounts.CredentialsRevoked;

/** The private address of a person's calendar: it opens that calendar and nothing else, is kept as a fingerprint, and ends when its owner says so. */
@Component
public class FeedTokens {

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FeedTokens(JdbcClient jdbc, People people, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a secret word, told this once; the one before it opens nothing any more. */
    @Transactional
    public String make(Actor by) {
        var secret = Secrets.random();
        remove(by.id());
        jdbc.sql("insert into feed_token (person_id, token_hash, made_at) values (?, ?, ?)")
                .params(by.id().value(), Secrets.fingerprint(secret), Timestamp.from(clock.instant()))
                .update();
        tell("feed.made", by);
        return secret;
    }

    /** Ends one's own; nothing happens when there is none. */
    @Transactional
    public void revoke(Actor by) {
        if (remove(by.id()) > 0) {
            tell("feed.revoked", by);
        }
    }

    /** Since when a person has one; empty when none. */
    public Optional<Instant> madeAt(PersonId person) {
        return jdbc.sql("select made_at from feed_token where person_id = ?")
                .param(person.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Whose calendar the word opens, with the posts of today; empty when it is unknown or revoked, or the person blocked. */
    public Optional<Actor> ownerOf(String secret) {
        if (!secret.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select p.username from feed_token t join person p on p.id = t.person_id where t.token_hash = ?")
                .param(Secrets.fingerprint(secret))
                .query(String.class)
                .optional()
                .flatMap(people::actor);
    }

    /** A person who is shut out or gets a new password loses the calendar with everything else. */
    @EventListener
    void on(CredentialsRevoked revoked) {
        remove(revoked.person());
    }

    private int remove(PersonId person) {
        return jdbc.sql("delete from feed_token where person_id = ?")
                .param(person.value())
                .update();
    }

    private void tell(String action, Actor by) {
        events.publishEvent(new RightsChanged(action, by, "person:" + by.id(), null, Map.of(), Map.of()));
    }
}
