package vn.lantoa.tasklist;

import org.springframework.stereotype.Component;
import vn.lantoa.notification.LivePages;

/** Tells the open pages of those who see a task that the list is another one now. */
@Component
class OpenPages {

    private static final String TASKS = "tasks";

    private final LivePages pages;

    OpenPages(LivePages pages) {
        this.pages = pages;
    }

    void changed(OpenTask task) {
        var post = task.knownPost();
        if (post != null && task.unit() != null) {
            pages.changed(
                    TASKS,
                    actor -> actor.actsAs(post, task.unit(), task.process())
                            || actor.actsAs(post, task.desk(), task.process()));
        }
    }
}
