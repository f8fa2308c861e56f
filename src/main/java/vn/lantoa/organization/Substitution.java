package vn.lantoa.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * One person stands in for another from one day to another (người làm thay).
 *
 * @param post null for every post the person holds, as {@code unit}
 * @param processes ids, empty for all
 * @param capacity how the deputy signs, null when unsaid: then a letter says TUQ.
 * @param reason null when none was given
 * @param endedAt when it was ended before its last day, null when it was not
 */
public record Substitution(
        long id,
        Who person,
        Who deputy,
        Post post,
        UnitId unit,
        Set<String> processes,
        Capacity capacity,
        String reason,
        LocalDate from,
        LocalDate to,
        Instant endedAt) {

    /** One of the two. */
    public record Who(PersonId id, String username, String name) {}

    public boolean inForce(LocalDate on) {
        return endedAt == null && !from.isAfter(on) && !to.isBefore(on);
    }

    /** Whether it still has or will have effect. */
    public boolean lasts(LocalDate today) {
        return endedAt == null && !to.isBefore(today);
    }
}
