package vn.lantoa.diagrams;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** Drafts are begun, written and given up here. Nothing in a draft runs: it may hold anything until it is released. */
@Component
public class ProcessDrafts {

    /** What the check lets pass, {@code model-rules.json}; more is not even kept. */
    private static final int LARGEST = 1_048_576;

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final ProcessDraftRows rows;
    private final ProcessFiles processes;
    private final Access access;
    private final ProcessSight sight;
    private final AuditTrail audit;
    private final Clock clock;

    ProcessDrafts(
            JdbcClient jdbc,
            ProcessDraftRows rows,
            ProcessFiles processes,
            Access access,
            ProcessSight sight,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.processes = processes;
        this.access = access;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Written {

        /** It is kept; the file is now of this version. */
        record Kept(long version) implements Written {}

        /** Somebody else changed the file meanwhile; nothing was kept, and this is what stands. */
        record Stale(DraftFile now) implements Written {}

        /** The draft is no longer open: offered, released or given up. */
        record Closed(ProcessDraft.State state) implements Written {}

        /** The content cannot be kept at all. */
        record Refused(Why why) implements Written {}
    }

    /** One file of a draft and its version, which counts up with each change. */
    public record DraftFile(ModelFile file, long version) {}

    /** Why a file cannot even be kept in a draft. */
    public enum Why {
        /** More than 1 MB. */
        TOO_LARGE,
        /** Not UTF-8. */
        NOT_TEXT,
        /** Not a file of this process's folders. */
        WRONG_NAME,
        /** More files than may travel with a process. */
        TOO_MANY
    }

    /**
     * Begins a draft with the files in service.
     *
     * @throws NotVisible when there is no such process
     */
    @Transactional
    public DraftId begin(Actor actor, String process, String title) {
        access.require(actor, Right.DRAW_PROCESS);
        var version = processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
        var now = Timestamp.from(clock.instant());
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into process_draft (process, unit_id, title, author_id, based_on, state, version, made_at, changed_at)
                        values (?, ?, ?, ?, ?, 'OPEN', 1, ?, ?)""")
                .params(process, sight.root().value(), title, actor.id().value(), version.definition(), now, now)
                .update(key, "id");
        var id = new DraftId(key.getKeyAs(Long.class));
        processes.files(version).forEach(file -> rows.put(id, file));
        rows.wrote(id, actor.id());
        audit.record(
                "process.draft-begun", actor, object(id), null, Map.of("process", process), Map.of("title", title));
        return id;
    }

    /** Drafts of a process, the last changed first. */
    public List<ProcessDraft> of(Actor actor, String process) {
        access.require(actor, Right.DRAW_PROCESS);
        return rows.of(process);
    }

    /** A draft, for who draws and for who releases. */
    public ProcessDraft find(Actor actor, DraftId id) {
        var draft = rows.find(id).orElseThrow(() -> new NotVisible("draft " + id));
        if (!access.may(actor, Right.DRAW_PROCESS, draft.unit())) {
            access.require(actor, Right.RELEASE_PROCESS, Right.RELEASE_PROCESS, draft.unit());
        }
        return draft;
    }

    /** The same, for who draws only. */
    public ProcessDraft findToDraw(Actor actor, DraftId id) {
        var draft = rows.find(id).orElseThrow(() -> new NotVisible("draft " + id));
        access.require(actor, Right.RELEASE_PROCESS, Right.DRAW_PROCESS, draft.unit());
        return draft;
    }

    private ProcessDraft held(Actor actor, DraftId id) {
        findToDraw(actor, id);
        return rows.hold(id).orElseThrow();
    }

    /** The files of a draft, the diagram first. */
    public List<ModelFile> files(Actor actor, DraftId id) {
        return rows.files(find(actor, id).id());
    }

    /**
     * One file of a draft.
     *
     * @throws NotVisible when the draft has no such file
     */
    public DraftFile file(Actor actor, DraftId id, String name) {
        find(actor, id);
        return rows.file(id, name)
                .map(ProcessDrafts::asFile)
                .orElseThrow(() -> new NotVisible("draft " + id + " " + name));
    }

    private static DraftFile asFile(ProcessDraftRows.Kept kept) {
        return new DraftFile(kept.file(), kept.version());
    }

    /**
     * Keeps one file of a draft as it was typed, safe or not.
     *
     * @param seen the version of the file the writer had before the eyes; 0 for a new one
     */
    @Transactional
    public Written write(Actor actor, DraftId id, ModelFile file, long seen) {
        var draft = held(actor, id);
        if (draft.state() != ProcessDraft.State.OPEN) {
            return new Written.Closed(draft.state());
        }
        var stands = rows.file(id, file.name());
        if (stands.map(ProcessDraftRows.Kept::version).orElse(0L) != seen) {
            return new Written.Stale(stands.map(ProcessDrafts::asFile).orElse(new DraftFile(file, 0)));
        }
        var why = unkeepable(draft, file);
        if (why != null) {
            return new Written.Refused(why);
        }
        rows.put(id, file);
        rows.wrote(id, actor.id());
        changed(draft);
        return new Written.Kept(seen + 1);
    }

    /** Gives a draft up. Its files stay, to be looked at. */
    @Transactional
    public void discard(Actor actor, DraftId id) {
        var draft = held(actor, id);
        if (draft.state() == ProcessDraft.State.OPEN || draft.state() == ProcessDraft.State.OFFERED) {
            jdbc.sql("update process_draft set state = 'DISCARDED' where id = ?")
                    .param(id.value())
                    .update();
            changed(draft);
            audit.record(
                    "process.draft-discarded", actor, object(id), null, Map.of("process", draft.process()), Map.of());
        }
    }

    private void changed(ProcessDraft draft) {
        jdbc.sql("update process_draft set version = version + 1, changed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), draft.id().value())
                .update();
    }

    private Why unkeepable(ProcessDraft draft, ModelFile file) {
        if (file.content().length > LARGEST) {
            return Why.TOO_LARGE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content()));
        } catch (CharacterCodingException e) {
            return Why.NOT_TEXT;
        }
        if (new String(file.content(), StandardCharsets.UTF_8).indexOf(0) >= 0) {
            // PostgreSQL keeps no text with this character.
            return Why.NOT_TEXT;
        }
        var files = rows.files(draft.id());
        var feature = files.get(0).feature();
        if (!file.name()
                .matches("(bpmn/" + feature + "/[a-z][a-z0-9-]{0,60}\\.(bpmn|dmn)|forms/" + feature
                        + "/[a-z][a-z0-9-]{0,60}\\.form)")) {
            return Why.WRONG_NAME;
        }
        return files.size() >= MOST
                        && files.stream().noneMatch(known -> known.name().equals(file.name()))
                ? Why.TOO_MANY
                : null;
    }

    static String object(DraftId id) {
        return "process-draft:" + id;
    }
}
