package vn.lantoa.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Accounts.CredentialsRevoked;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;

/** Setting a password, whichever way led there: the former one, a code from a slip. */
@Component
class Passwords {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passwords(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            PasswordRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** Why a chosen password will not do; empty when it will. */
    Optional<Refused> check(String username, String fresh, String repeated) {
        return Checks.first(
                () -> rules.check(fresh, username),
                () -> Checks.when(!fresh.equals(repeated), Reason.PASSWORD_REPEATED_WRONG, "repeated"));
    }

    /** Sets it; all sessions and tokens end. */
    void set(PersonId person, String fresh) {
        jdbc.sql("update account set password_hash = ?, must_change = ?, password_set_at = ?,"
                        + " password_version = password_version + 1 where person_id = ?")
                .params(encoder.encode(PasswordRules.normal(fresh)), false)
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
        revokeEverything(person);
    }

    void revokeEverything(PersonId person) {
        jdbc.sql("update api_token set revoked_at = ? where person_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
        events.publishEvent(new CredentialsRevoked(person));
    }
}
