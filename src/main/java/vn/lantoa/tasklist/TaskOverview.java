package vn.lantoa.tasklist;

import java.util.List;
import java.util.Map;
import vn.lantoa.dossier.Expectations.Expected;
import vn.lantoa.organization.Page;

/**
 * The task list as its page shows it.
 *
 * @param counts how many in each group under the same filter, whatever group is chosen
 * @param processes of which something waits, name by id
 * @param next what comes next, null unless the whole list is empty and something is known to come
 */
public record TaskOverview(
        Page<TaskView> page, Map<DueStatus, Long> counts, Map<String, String> processes, Expected next) {

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The rows of one group on this page, in order. */
    public List<TaskView> in(DueStatus group) {
        return page.items().stream()
                .filter(task -> task.dueStatus().group() == group)
                .toList();
    }
}
