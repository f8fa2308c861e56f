package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import vn.lantoa.organization.Actor;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.TaskView;
import vn.lantoa.tasklist.Tasklist;

/** Doing the steps of a report as people do: through the task list, with the answers of the form. */
public final class ReportDesk {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Tasklist tasklist;

    public ReportDesk(ApplicationContext context) {
        this.tasklist = context.getBean(Tasklist.class);
    }

    /** The open task of this step on the person's list. */
    public TaskView task(Actor actor, ReportId report, String step) {
        var open = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(task -> task.dossier().equals(report.dossier()))
                .toList();
        assertThat(open)
                .as("tasks of report %s for %s", report, actor.username())
                .extracting(TaskView::step)
                .containsExactly(step);
        return open.get(0);
    }

    /** Whether the person has nothing to do for this report. */
    public boolean isEmpty(Actor actor, ReportId report) {
        return tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .noneMatch(task -> task.dossier().equals(report.dossier()));
    }

    /** Completes the step, which must be taken. */
    public void complete(Actor actor, ReportId report, String step, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, report, step, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    /** Completes the step; what became of it. */
    public Completion attempt(Actor actor, ReportId report, String step, String outcome, Map<String, Object> answers) {
        return tasklist.complete(actor, task(actor, report, step).id(), outcome, answers, VIETNAMESE);
    }

    public static Map<String, Object> figures(Map<String, ?> figures) {
        return Map.of("figures", figures);
    }

    public static Map<String, Object> value(Number value) {
        return Map.of("value", value);
    }
}
