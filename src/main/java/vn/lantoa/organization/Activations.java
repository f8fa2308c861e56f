package vn.lantoa.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Activation.Activated;
import vn.lantoa.organization.Activation.Closed;
import vn.lantoa.organization.Activation.Opens;
import vn.lantoa.organization.Activation.PasswordRefused;
import vn.lantoa.organization.Activation.Why;

/**
 * The codes with which somebody sets a password without having one: at the first sign-in, or when it is lost. Shown once on a slip, kept
 * as a fingerprint, good for one use and some days. They need no mail address and no telephone.
 */
@Component
public class Activations {

    /** A code as it is printed. */
    record Code(String text, Instant expiresAt, boolean replaced) {}

    private record Found(long id, PersonId person, Instant expiresAt, Instant usedAt, Instant replacedAt) {}

    private final JdbcClient jdbc;
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration life;

    Activations(
            JdbcClient jdbc,
            People people,
            Accounts accounts,
            Passwords passwords,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${lantoa.activation.days:14}") int days) {
        this.jdbc = jdbc;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
        this.life = Duration.ofDays(days);
    }

    /**
     * Makes a code; those made before for the same person open nothing any more. A password already set goes on until the code is used.
     *
     * @throws NotVisible or {@link NotAllowed} as {@link Accounts#requireMastery}
     */
    @Transactional
    Code make(Actor by, PersonId person) {
        var known = accounts.requireMastery(by, person);
        var now = clock.instant();
        // Two administrators who print at once: the codes of one of them count.
        jdbc.sql("select person_id from account where person_id = ? for update")
                .param(person.value())
                .query(Long.class)
                .single();
        var replaced = jdbc.sql("update activation_code set replaced_at = ? where person_id = ? and used_at is null"
                        + " and replaced_at is null and expires_at > ?")
                .params(Timestamp.from(now), person.value(), Timestamp.from(now))
                .update();
        var code = Secrets.activationCode();
        var until = now.plus(life);
        jdbc.sql(
                        "insert into activation_code (person_id, code_hash, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(person.value(), Secrets.fingerprint(code), by.id().value())
                .params(Timestamp.from(now), Timestamp.from(until))
                .update();
        events.publishEvent(new RightsChanged(
                "account.slip-printed", by, "person:" + person, known.homeUnit(), Map.of(), Map.of()));
        return new Code(code, until, replaced > 0);
    }

    /** Whom a typed code lets in, or why nobody; changes nothing. */
    public Activation check(String typed) {
        var code = ActivationCode.read(typed);
        if (code.isEmpty()) {
            return new Closed(Why.MALFORMED, null);
        }
        var found = jdbc.sql("select * from activation_code where code_hash = ?")
                .param(Secrets.fingerprint(code.get()))
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        PersonId.of(row.getLong("person_id")),
                        row.getTimestamp("expires_at").toInstant(),
                        instant(row.getTimestamp("used_at")),
                        instant(row.getTimestamp("replaced_at"))))
                .optional();
        return found.map(this::opens).orElseGet(() -> new Closed(Why.UNKNOWN, null));
    }

    /** Uses the code up and sets the password; of two who come at once with the same code one is told that it was used. */
    @Transactional
    public Activation activate(String typed, String password, String repeated) {
        var known = check(typed);
        if (!(known instanceof Opens opens)) {
            return known;
        }
        var person = opens.person();
        var refused = passwords.check(person.username(), password, repeated);
        if (refused.isPresent()) {
            return new PasswordRefused(opens, refused.get());
        }
        var now = clock.instant();
        var used = jdbc.sql("update activation_code set used_at = ? where code_hash = ? and used_at is null"
                        + " and replaced_at is null")
                .params(
                        Timestamp.from(now),
                        Secrets.fingerprint(ActivationCode.read(typed).orElseThrow()))
                .update();
        if (used == 0) {
            return check(typed);
        }
        passwords.set(person.id(), password);
        events.publishEvent(new RightsChanged(
                "account.activated", person, "person:" + person.id(), opens.home(), Map.of(), Map.of()));
        return new Activated(person.username());
    }

    /** Writes down that somebody typed a code that nobody has. */
    @Transactional
    public void guessed() {
        events.publishEvent(
                new RightsChanged("account.code-guessed", null, "person:unknown", null, Map.of(), Map.of()));
    }

    private Activation opens(Found found) {
        if (found.usedAt() != null) {
            return new Closed(Why.USED, found.usedAt());
        }
        if (found.replacedAt() != null) {
            return new Closed(Why.REPLACED, found.replacedAt());
        }
        if (!found.expiresAt().isAfter(clock.instant())) {
            return new Closed(Why.EXPIRED, found.expiresAt());
        }
        var person = people.find(found.person()).orElseThrow();
        return accounts.find(person.username())
                .filter(account -> !account.blocked())
                .<Activation>map(account -> new Opens(people.actor(person.id()).orElseThrow(), person.homeUnit()))
                .orElseGet(() -> new Closed(Why.BLOCKED, null));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
