package vn.lantoa.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.People;
import vn.lantoa.organization.RightsChanged;

/** Name and password against the accounts, with the lock-out around it. The person's posts are read anew at every request. */
@Component
class SignIn implements AuthenticationProvider {

    /** The account is shut for a while. */
    static class Shut extends LockedException {

        private final transient Duration remaining;

        Shut(Duration remaining) {
            super("too many wrong passwords");
            this.remaining = remaining;
        }

        long minutes() {
            return remaining.toMinutes() + 1;
        }
    }

    private final Accounts accounts;
    private final People people;
    private final LockOut lockOut;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignIn(
            Accounts accounts,
            People people,
            LockOut lockOut,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.people = people;
        this.lockOut = lockOut;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return signedIn(verify(attempt.getName(), String.valueOf(attempt.getCredentials()), address)
                .username());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /**
     * The account, when the password is right and the account is not shut for this address.
     *
     * @throws Shut or {@link BadCredentialsException}
     */
    Accounts.Account verify(String username, String password, String address) {
        lockOut.remaining(username, address).ifPresent(remaining -> {
            throw new Shut(remaining);
        });
        var account = accounts.verify(username, password);
        transaction.executeWithoutResult(status -> {
            if (account.isPresent()) {
                lockOut.succeeded(username, address);
                tell("signin.ok", username);
            } else {
                lockOut.failed(username, address);
                tell("signin.failed", username);
            }
        });
        return account.orElseThrow(() -> new BadCredentialsException("wrong name or password"));
    }

    static Authentication signedIn(String username) {
        return UsernamePasswordAuthenticationToken.authenticated(username, null, AuthorityUtils.NO_AUTHORITIES);
    }

    private void tell(String action, String username) {
        var actor = people.findByUsername(username).flatMap(person -> people.actor(person.id()));
        events.publishEvent(new RightsChanged(
                action,
                action.equals("signin.ok") ? actor.orElse(null) : null,
                actor.map(one -> "person:" + one.id()).orElse("person:unknown"),
                null,
                Map.of(),
                Map.of()));
    }
}
