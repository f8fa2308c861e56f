package vn.lantoa.tasklist;

import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Unit;

/**
 * A task as its list shows it.
 *
 * @param unit the unit the dossier belongs to, null when unknown
 * @param worker the unit whose post does it, null when unknown
 * @param due null when it has no due date
 * @param workingDays working days left, negative when overdue, null without due date
 * @param assignee null while nobody claimed it
 * @param sentBy who acted before, in words, null when nobody did
 * @param insteadOf names of those in whose place the reader would do it, null when in nobody's
 * @param shared whether the post has several holders, so that claiming makes sense
 */
public record TaskView(
        String id,
        String name,
        String process,
        String processName,
        String step,
        DossierKey dossier,
        String title,
        String post,
        Unit unit,
        Unit worker,
        LocalDate due,
        DueStatus dueStatus,
        Integer workingDays,
        Assignee assignee,
        Instant createdAt,
        String sentBy,
        String insteadOf,
        boolean shared) {

    /** Who works on it. */
    public record Assignee(String username, String name) {}
}
