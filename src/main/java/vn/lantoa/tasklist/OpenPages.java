package vn.lantoa.tasklist;

import org.springframework.stereotype.Component;
import vn.lantoa.notification.Audience;
import vn.lantoa.notification.LivePages;
import vn.lantoa.notification.Shown;

/** Tells the open pages of those who see a task that the list is another one now. */
@Component
class OpenPages {

    private final LivePages pages;

    OpenPages(LivePages pages) {
        this.pages = pages;
    }

    void changed(OpenTask task) {
        var post = task.knownPost();
        if (post != null && task.unit() != null) {
            pages.changed(Shown.TASKS, Audience.acting(post, task.unit(), task.process()));
            pages.changed(Shown.TASKS, Audience.acting(post, task.desk(), task.process()));
        }
    }
}
