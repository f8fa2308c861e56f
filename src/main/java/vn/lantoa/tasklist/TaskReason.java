package vn.lantoa.tasklist;

import java.time.LocalDate;
import java.util.List;

/**
 * Vì sao việc này đến tôi?
 *
 * @param post name of the post the diagram names
 * @param worker the unit whose post it is
 * @param role whose unit that is for the dossier: message {@code tasklist.role.<role>}
 * @param standIn the superior on whose desk it lies because nobody holds the post, null when somebody does
 * @param instead in whose place the reader would do it, in words; null when in nobody's
 * @param deadline message key of what happens at the deadline
 * @param fourEyes name of the step whose person may not do this one, null when none
 * @param holders names of those who may do it
 */
public record TaskReason(
        String task,
        String post,
        String worker,
        String role,
        String standIn,
        String instead,
        String process,
        String step,
        LocalDate due,
        String deadline,
        String fourEyes,
        boolean waived,
        List<String> holders) {}
