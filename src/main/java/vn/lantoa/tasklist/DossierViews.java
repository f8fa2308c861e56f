package vn.lantoa.tasklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.Processes;
import vn.lantoa.engine.TaskGone;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Units;

/** A dossier with the open step in it, its story and its notes. */
@Component
class DossierViews {

    private final Dossiers dossiers;
    private final TaskRows rows;
    private final Reach reach;
    private final OpenedTasks opened;
    private final TaskViews views;
    private final Drafts drafts;
    private final Timeline timeline;
    private final Senders senders;
    private final Units units;
    private final Processes processes;
    private final AuditTrail audit;
    private final MessageSource messages;

    DossierViews(
            Dossiers dossiers,
            TaskRows rows,
            Reach reach,
            OpenedTasks opened,
            TaskViews views,
            Drafts drafts,
            Timeline timeline,
            Senders senders,
            Units units,
            Processes processes,
            AuditTrail audit,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.rows = rows;
        this.reach = reach;
        this.opened = opened;
        this.views = views;
        this.drafts = drafts;
        this.timeline = timeline;
        this.senders = senders;
        this.units = units;
        this.processes = processes;
        this.audit = audit;
        this.messages = messages;
    }

    DossierView view(Actor actor, DossierKey key, Locale locale, boolean olderDraft) {
        var dossier = visible(actor, key);
        var type = dossiers.typeOf(key);
        var tasks = rows.of(key);
        var task = tasks.stream().filter(open -> reach.sits(actor, open)).findFirst();
        var mine = task.flatMap(open -> open(actor, open, olderDraft));
        return new DossierView(
                dossier,
                units.find(dossier.unit()).orElse(null),
                type.facts(dossier, locale),
                type.acts(dossier, actor),
                type.links(dossier, actor),
                story(key, locale),
                views.of(actor, tasks),
                mine.orElse(null),
                task.map(open -> opened.why(actor, open, locale)).orElse(null),
                mine.isPresent() ? null : type.reading(dossier, actor).orElse(null),
                kept(actor, key, tasks));
    }

    /** The diagram with "you are here". */
    Optional<Processes.Picture> picture(Actor actor, DossierKey key) {
        visible(actor, key);
        return processes.picture(key);
    }

    /** Adds a note for all who may read the dossier. */
    @Transactional
    public void note(Actor actor, DossierKey key, String text) {
        var dossier = visible(actor, key);
        timeline.tell(key, "timeline.noted", actor, senders.as(actor, dossier.unit()), dossier.unit(), text);
        audit.record("dossier.noted", actor, key.toString(), dossier.unit(), Map.of(), Map.of("note", text));
    }

    private Dossier visible(Actor actor, DossierKey key) {
        var dossier = dossiers.find(key).orElseThrow(() -> new NotVisible(key.toString()));
        var works = rows.of(key).stream().anyMatch(task -> reach.sits(actor, task));
        if (!works && !dossiers.typeOf(key).visibleTo(dossier, actor)) {
            throw new NotVisible(key.toString());
        }
        return dossier;
    }

    /** A task that closes between two reads is simply not shown. */
    private Optional<TaskForm> open(Actor actor, OpenTask task, boolean olderDraft) {
        try {
            return Optional.of(opened.open(actor, task, olderDraft));
        } catch (TaskGone justClosed) {
            return Optional.empty();
        }
    }

    private List<DossierView.Sentence> story(DossierKey key, Locale locale) {
        return timeline.of(key).stream()
                .map(entry -> new DossierView.Sentence(entry.at(), text(entry, locale), entry.person(), entry.note()))
                .toList();
    }

    private String text(Timeline.Entry entry, Locale locale) {
        var arguments = new ArrayList<Object>();
        arguments.add(entry.person());
        arguments.add(entry.as());
        arguments.addAll(entry.details());
        return messages.getMessage(entry.sentence(), arguments.toArray(), entry.sentence(), locale);
    }

    private List<Draft> kept(Actor actor, DossierKey key, List<OpenTask> tasks) {
        return drafts.of(key, actor.id()).stream()
                .filter(draft ->
                        tasks.stream().noneMatch(task -> task.step().equals(draft.step()) && reach.sits(actor, task)))
                .toList();
    }
}
