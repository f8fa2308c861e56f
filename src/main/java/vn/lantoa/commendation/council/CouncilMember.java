package vn.lantoa.commendation.council;

import java.time.LocalDate;
import vn.lantoa.organization.PersonId;

/**
 * One person's term in a council; the person need not hold any post.
 *
 * @param position in words as the decision has it, may be blank
 * @param until the last day, null while it lasts
 */
public record CouncilMember(
        long id,
        long council,
        PersonId person,
        String name,
        Role role,
        String position,
        LocalDate from,
        LocalDate until) {

    /** What the member does in the council. */
    public enum Role {
        CHAIR,
        SECRETARY,
        MEMBER;

        /** Whether this member may run sessions. */
        boolean runs() {
            return this != MEMBER;
        }
    }

    boolean inForce(LocalDate on) {
        return !from.isAfter(on) && (until == null || !until.isBefore(on));
    }
}
