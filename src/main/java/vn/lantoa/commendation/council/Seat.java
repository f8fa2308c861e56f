package vn.lantoa.commendation.council;

import java.util.Arrays;
import java.util.Optional;
import vn.lantoa.organization.PersonId;

/** A member at a session, frozen when it opened. */
public record Seat(
        long member, PersonId person, String name, CouncilMember.Role role, String position, Presence presence) {

    /** Whether the member came; of absence only that it was excused, never why. */
    public enum Presence {
        PRESENT,
        EXCUSED,
        ABSENT;

        /** Reads it from a form; empty for anything else. */
        public static Optional<Presence> of(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(text))
                    .findFirst();
        }
    }

    public boolean present() {
        return presence == Presence.PRESENT;
    }
}
