package vn.lantoa.organization;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The duties of a post pass from one person to another (bàn giao). What was done before stays with the post and under the name of who did it.
 *
 * @param appoints whether the post ends for the one and begins for the other with it
 * @param claimsToSuccessor whether claimed tasks go to the successor, not back to the post
 * @param note what the successor should know, null when nothing
 * @param answer what the successor wrote, null when nothing
 * @param settledAt when the duties went over, null before
 */
public record Handover(
        long id,
        long holding,
        Person person,
        Person successor,
        Post post,
        UnitId unit,
        State state,
        boolean appoints,
        boolean claimsToSuccessor,
        LocalDate lastDay,
        String note,
        PersonId offeredBy,
        Instant offeredAt,
        String answer,
        Instant settledAt) {

    /** How far it is. */
    public enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    public boolean open() {
        return state == State.OFFERED;
    }
}
