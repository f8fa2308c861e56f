package vn.lantoa.tasklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Processes;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Page;

/**
 * What waits for me, and what I may do with it: the pages and the API go through here.
 *
 * <p>Every method that names a task or a dossier throws {@link NotVisible} (404) for those who may not see it and {@link NotAllowed}
 * (403) for those who may see but not do it.
 */
@Component
public class Tasklist {

    private final TaskList list;
    private final TaskRows rows;
    private final TaskViews views;
    private final Reach reach;
    private final OpenedTasks opened;
    private final Claims claims;
    private final Completions completions;
    private final DossierViews dossiers;
    private final TaskProjection projection;
    private final Desks desks;
    private final NextExpected next;
    private final Clock clock;

    Tasklist(
            TaskList list,
            TaskRows rows,
            TaskViews views,
            Reach reach,
            OpenedTasks opened,
            Claims claims,
            Completions completions,
            DossierViews dossiers,
            TaskProjection projection,
            Desks desks,
            NextExpected next,
            Clock clock) {
        this.list = list;
        this.rows = rows;
        this.views = views;
        this.reach = reach;
        this.opened = opened;
        this.claims = claims;
        this.completions = completions;
        this.dossiers = dossiers;
        this.projection = projection;
        this.desks = desks;
        this.next = next;
        this.clock = clock;
    }

    /** A page of what lies on this person's desks. */
    public Page<TaskView> openFor(Actor actor, TaskFilter filter) {
        var found = list.page(actor, filter, LocalDate.now(clock));
        if (found.size() <= filter.size()) {
            return new Page<>(views.of(actor, found), null);
        }
        var page = found.subList(0, filter.size());
        return new Page<>(
                views.of(actor, page), cursor(page.get(page.size() - 1), filter).toString());
    }

    /** The same with what stands beside the list. */
    public TaskOverview overview(Actor actor, TaskFilter filter) {
        var page = openFor(actor, filter);
        var processes = list.processes(actor);
        return new TaskOverview(
                page,
                list.counts(actor, filter, LocalDate.now(clock)),
                processes,
                processes.isEmpty() ? next.of(actor).orElse(null) : null);
    }

    /** How many tasks of each group wait. */
    public Map<DueStatus, Long> countsFor(Actor actor, TaskFilter filter) {
        return list.counts(actor, filter, LocalDate.now(clock));
    }

    /**
     * An open task with its form.
     *
     * @throws TaskGone (409) when it is done already
     */
    public TaskForm view(Actor actor, String taskId) {
        return opened.open(actor, open(actor, taskId), false);
    }

    /** Vì sao việc này đến tôi? */
    public TaskReason why(Actor actor, String taskId, Locale locale) {
        return opened.why(actor, open(actor, taskId), locale);
    }

    /** The dossier of a task, open or done. */
    public DossierKey dossierOf(Actor actor, String taskId) {
        return opened.dossierOf(actor, taskId);
    }

    /**
     * Claims (one's own user name), releases (null) or hands over.
     *
     * @throws TaskGone (409) when it is done already
     */
    public Assignment assign(Actor actor, String taskId, String username) {
        return claims.assign(actor, taskId, username);
    }

    /** Saves a draft over the version the writer saw, 0 for none. */
    public Draft.Saving saveDraft(Actor actor, String taskId, Map<String, Object> answers, long version) {
        return opened.save(actor, taskId, answers, version);
    }

    /** The click on an outcome's button: checks, stores, moves the token; refusals and lost races are values. */
    public Completion complete(Actor actor, String taskId, String outcome, Map<String, Object> answers, Locale locale) {
        return completions.complete(actor, taskId, outcome, answers, locale);
    }

    /** A dossier as this person sees it. */
    public DossierView dossier(Actor actor, DossierKey key, Locale locale) {
        return dossiers.view(actor, key, locale, false);
    }

    /** The same with this person's draft in the form even if the step was done again after it was saved. */
    public DossierView dossierWithOlderDraft(Actor actor, DossierKey key, Locale locale) {
        return dossiers.view(actor, key, locale, true);
    }

    /** Its diagram with "you are here"; empty when no process ever ran for it. */
    public Optional<Processes.Picture> picture(Actor actor, DossierKey key) {
        return dossiers.picture(actor, key);
    }

    /** Adds a note; the text is not blank and has at most 4000 characters. */
    public void note(Actor actor, DossierKey key, String text) {
        if (text.isBlank() || text.length() > 4000) {
            throw new IllegalArgumentException("a note has 1 to 4000 characters");
        }
        dossiers.note(actor, key, text.strip());
    }

    /** Writes the task table anew from the engine, for an operator after a repair; harmless at any time. */
    public void rebuild() {
        projection.rebuild();
        desks.seatAnew();
    }

    private OpenTask open(Actor actor, String taskId) {
        var task = rows.find(taskId);
        if (task.isEmpty()) {
            opened.dossierOf(actor, taskId);
            throw new TaskGone(taskId, null);
        }
        reach.require(actor, task.get());
        return task.get();
    }

    private static Cursor cursor(OpenTask last, TaskFilter filter) {
        var due = last.due() == null ? DueStatus.NEVER : last.due();
        return filter.sort() == TaskFilter.Sort.DUE
                ? new Cursor(due.toString(), last.id())
                : new Cursor(last.createdAt().toString(), last.id());
    }
}
