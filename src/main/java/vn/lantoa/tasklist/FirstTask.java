package vn.lantoa.tasklist;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.FirstCard;
import vn.lantoa.organization.Actor;

/** The most pressing task as the one card after the first sign-in. */
@Component
class FirstTask implements FirstCard {

    private final Tasklist tasklist;

    FirstTask(Tasklist tasklist) {
        this.tasklist = tasklist;
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Card> of(Actor actor, Locale locale) {
        return tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .findFirst()
                .map(task -> new Card(
                        "welcome.task",
                        task.name() + ": " + task.title(),
                        task.due(),
                        task.workingDays(),
                        "/tasks/" + task.id(),
                        "welcome.task.start"));
    }
}
