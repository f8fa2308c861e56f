package vn.lantoa.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often passwords may be guessed: at an account from one address; and, from addresses where nobody signed in to that account lately, at
 * the account from anywhere and from the address at any account. Many addresses then guess at one account no faster than one does, and one
 * address at all accounts no faster than at one; and neither can keep an owner out at the usual place. From a new place an owner who is
 * being guessed at waits, or is given an activation slip, which makes the place a usual one.
 */
@Component
class GuessLimits {

    /** No sign-in name has a colon, and no address is empty. */
    private static final String ANY_ACCOUNT = "any:";

    private static final String ANY_ADDRESS = "any:";

    /** An account is rarely signed in to from so many new places, and an office behind one address rarely has so many strangers. */
    private static final LockOut.Patience WITH_AN_ACCOUNT = new LockOut.Patience(20, Duration.ofHours(12));

    private static final LockOut.Patience WITH_AN_ADDRESS = new LockOut.Patience(50, Duration.ofHours(12));

    private final LockOut lockOut;
    private final UsualPlaces places;

    GuessLimits(LockOut lockOut, UsualPlaces places) {
        this.lockOut = lockOut;
        this.places = places;
    }

    /** How long nobody may sign in to this account from this address; empty when somebody may. */
    Optional<Duration> remaining(String account, String address) {
        var shut = lockOut.remaining(account, address);
        if (shut.isPresent() || places.usual(account, address)) {
            return shut;
        }
        return List.of(lockOut.remaining(account, ANY_ADDRESS), lockOut.remaining(ANY_ACCOUNT, address)).stream()
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    void failed(String account, String address) {
        lockOut.failed(account, address);
        if (!places.usual(account, address)) {
            lockOut.failed(account, ANY_ADDRESS, WITH_AN_ACCOUNT);
            lockOut.failed(ANY_ACCOUNT, address, WITH_AN_ADDRESS);
        }
    }

    void succeeded(String account, String address) {
        lockOut.succeeded(account, address);
        places.remember(account, address);
    }
}
