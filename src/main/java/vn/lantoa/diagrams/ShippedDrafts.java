package vn.lantoa.diagrams;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.Deployments;
import vn.lantoa.engine.ProcessFiles;

/** What the software brings anew for a process that a page released becomes a draft without author, once however often it is started (ADR 53). */
@Component
class ShippedDrafts {

    private final Deployments deployments;
    private final ProcessFiles processes;
    private final ProcessDraftRows rows;
    private final ProcessReleaseRows releases;
    private final ProcessReleasePeople people;
    private final ProcessSight sight;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShippedDrafts(
            Deployments deployments,
            ProcessFiles processes,
            ProcessDraftRows rows,
            ProcessReleaseRows releases,
            ProcessReleasePeople people,
            ProcessSight sight,
            AuditTrail audit,
            MessageSource messages,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.deployments = deployments;
        this.processes = processes;
        this.rows = rows;
        this.releases = releases;
        this.people = people;
        this.sight = sight;
        this.audit = audit;
        this.messages = messages;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void layAside() {
        deployments.aside().forEach(this::lay);
    }

    /** Two nodes that start at once take turns: the second finds the first one's draft. */
    void lay(Deployments.Aside aside) {
        transaction.executeWithoutResult(status -> {
            releases.takeTurns();
            if (!known(aside)) {
                begin(aside);
            }
        });
    }

    private boolean known(Deployments.Aside aside) {
        var digest = FilesDigest.of(aside.files());
        return rows.of(aside.process()).stream()
                .filter(draft -> draft.author().isEmpty())
                .anyMatch(draft -> FilesDigest.of(rows.files(draft.id())).equals(digest));
    }

    private void begin(Deployments.Aside aside) {
        var newest = processes.newest(aside.process()).orElseThrow();
        var root = sight.root();
        var title = messages.getMessage("process.draft.shipped", null, Locale.forLanguageTag("vi"));
        var id = insert(aside, newest, root.value(), title);
        aside.files().forEach(file -> rows.put(id, file));
        var draft = rows.find(id).orElseThrow();
        people.tell("shipped", draft, people.releasers(root, List.of()), newest.name(), title);
        audit.record(
                "process.draft-shipped",
                null,
                ProcessDrafts.object(id),
                null,
                Map.of("process", aside.process(), "sha256", FilesDigest.of(aside.files())),
                Map.of());
    }

    private DraftId insert(Deployments.Aside aside, ProcessFiles.Version newest, long root, String title) {
        var now = Timestamp.from(clock.instant());
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into process_draft (process, unit_id, title, based_on, state, version, made_at, changed_at)
                        values (?, ?, ?, ?, 'OPEN', 1, ?, ?)""")
                .params(aside.process(), root, title, newest.definition(), now, now)
                .update(key, "id");
        return new DraftId(key.getKeyAs(Long.class));
    }
}
