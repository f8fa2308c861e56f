package vn.lantoa.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
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

    private static final int TURNS = 64;

    /** Guesses at one account are taken one after the other: sent all at once, none would yet have been counted when the others are let in. */
    private final Lock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(Lock[]::new);

    private final Accounts accounts;
    private final People people;
    private final GuessLimits limits;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignIn(
            Accounts accounts,
            People people,
            GuessLimits limits,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
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
     * The account, when the password is right and the account is not shut for this address ({@link GuessLimits}).
     *
     * @throws Shut or {@link BadCredentialsException}
     */
    Accounts.Account verify(String username, String password, String address) {
        var turn = turns[Math.floorMod(username.toLowerCase(Locale.ROOT).hashCode(), turns.length)];
        turn.lock();
        try {
            limits.remaining(username, address).ifPresent(remaining -> {
                throw new Shut(remaining);
            });
            return counted(username, address, accounts.verify(username, password));
        } finally {
            turn.unlock();
        }
    }

    private Accounts.Account counted(String username, String address, Optional<Accounts.Account> account) {
        if (account.isPresent()) {
            limits.succeeded(username, address);
        } else {
            limits.failed(username, address);
        }
        transaction.executeWithoutResult(status -> tell(account.isPresent() ? "signin.ok" : "signin.failed", username));
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
