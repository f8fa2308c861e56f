package vn.lantoa.models.adoption;

import java.util.Arrays;
import java.util.Optional;

/** Why a kind is not taken over; words: message {@code adoption.reason.<NAME>}. None of them is about a person or an incident. */
public enum GiveUpReason {
    NOT_SUITABLE,
    NO_HOST,
    NO_MEANS,
    TOO_FEW_MEMBERS,
    UNIT_CHANGED,
    /** The site came to an end before it was reviewed. */
    SITE_ENDED,
    OTHER;

    static Optional<GiveUpReason> of(Object code) {
        return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
    }
}
