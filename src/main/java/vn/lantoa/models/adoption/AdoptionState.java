package vn.lantoa.models.adoption;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where an adoption stands; words: message {@code model-adoption.state.<NAME>}. In the order of its way. */
public enum AdoptionState {
    INVITED,
    /** Waits for the superior's word. */
    REQUESTED,
    PLANNING,
    APPROVING,
    SETTING_UP,
    /** The site is founded and waits for its first review. */
    FIRST_REVIEW,
    ADOPTED,
    /** The unit declined the invitation. */
    DECLINED,
    /** The superior did not agree. */
    REFUSED,
    GIVEN_UP,
    /** The unit took its request back, or the superior its invitation. */
    TAKEN_BACK,
    /** It went on in another adoption: two kinds or two units became one. */
    JOINED;

    private static final Set<AdoptionState> ENDED = EnumSet.range(ADOPTED, JOINED);

    public boolean ended() {
        return ENDED.contains(this);
    }

    /** Those in which something is still to be done. */
    static List<String> open() {
        return EnumSet.complementOf(EnumSet.copyOf(ENDED)).stream()
                .map(Enum::name)
                .toList();
    }
}
