package vn.lantoa.models;

import java.time.LocalDate;

/**
 * One periodic review of a site: counts only.
 *
 * @param due the day by whose end it was due
 * @param sessions rounds of information held since the last one, {@code attended} by how many
 * @param failed criteria not met
 * @param keeps whether the site keeps its standing; otherwise it needs repair
 */
public record Review(
        long id,
        LocalDate due,
        LocalDate heldOn,
        Count groups,
        Count members,
        int sessions,
        int attended,
        int commitments,
        int failed,
        boolean keeps) {}
