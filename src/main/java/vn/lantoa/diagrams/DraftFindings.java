package vn.lantoa.diagrams;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.Finding;
import vn.lantoa.engine.ModelCheck;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;

/** What the check has to say about a draft, and why a warning may stand. */
@Component
public class DraftFindings {

    private static final int LONGEST_KEY = 400;
    private static final int LONGEST_REASON = 1000;

    private final ProcessDrafts drafts;
    private final ProcessDraftRows rows;
    private final ModelCheck check;
    private final Access access;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftFindings(
            ProcessDrafts drafts,
            ProcessDraftRows rows,
            ModelCheck check,
            Access access,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.check = check;
        this.access = access;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One finding in a draft.
     *
     * @param key under which its reason is kept: the same after every check while file, element, rule and what it is about are the same
     * @param reason why a warning may stand; empty when nobody said so
     */
    public record Told(Finding finding, String key, Optional<String> reason) {

        public boolean error() {
            return finding.severity() == Finding.Severity.ERROR;
        }

        /** Whether the draft may not be released because of it: an error, or a warning without a reason. */
        public boolean blocks() {
            return error() || reason.isEmpty();
        }
    }

    /** What became of a reason. */
    public sealed interface Reasoned {

        /** It is kept; the warning may stand. */
        record Kept() implements Reasoned {}

        /** Nothing was kept. */
        record Refused(Why why) implements Reasoned {}
    }

    /** Why a reason cannot be kept. */
    public enum Why {
        /** Nothing was written. */
        EMPTY,
        /** More than 1000 characters. */
        TOO_LONG,
        /** The draft has no such warning, or has it no longer. Errors take no reason. */
        NO_SUCH_WARNING,
        /** The draft is no longer open. */
        CLOSED
    }

    /** Everything found in the draft as it stands now, errors first. */
    public List<Told> of(Actor actor, DraftId id) {
        return told(drafts.find(actor, id));
    }

    /** What stands against releasing the draft; empty when nothing does. Asks no right: the release does. */
    public List<Told> blocks(ProcessDraft draft) {
        return told(draft).stream().filter(Told::blocks).toList();
    }

    /** Says why a warning may stand. Whoever does so has written in the draft, and cannot release it. */
    @Transactional
    public Reasoned reason(Actor actor, DraftId id, String key, String reason) {
        var draft = rows.hold(id).orElseThrow(() -> new NotVisible("draft " + id));
        access.require(actor, Right.RELEASE_PROCESS, Right.DRAW_PROCESS, draft.unit());
        if (draft.state() != ProcessDraft.State.OPEN) {
            return new Reasoned.Refused(Why.CLOSED);
        }
        var words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            return new Reasoned.Refused(words.isEmpty() ? Why.EMPTY : Why.TOO_LONG);
        }
        var warning = told(draft).stream()
                .filter(told -> !told.error() && told.key().equals(key))
                .findFirst();
        if (warning.isEmpty()) {
            return new Reasoned.Refused(Why.NO_SUCH_WARNING);
        }
        put(id, key, words, actor);
        rows.wrote(id, actor.id());
        audit.record(
                "process.warning-reasoned",
                actor,
                ProcessDrafts.object(id),
                null,
                Map.of("process", draft.process()),
                Map.of("finding", key, "reason", words));
        return new Reasoned.Kept();
    }

    private void put(DraftId id, String key, String reason, Actor actor) {
        jdbc.sql("delete from process_warning_reason where draft_id = ? and finding = ?")
                .params(id.value(), key)
                .update();
        jdbc.sql("insert into process_warning_reason (draft_id, finding, reason, given_by, given_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(id.value(), key, reason, actor.id().value(), Timestamp.from(clock.instant()))
                .update();
    }

    private List<Told> told(ProcessDraft draft) {
        var reasons = new HashMap<String, String>();
        jdbc.sql("select finding, reason from process_warning_reason where draft_id = ?")
                .param(draft.id().value())
                .query(row -> {
                    reasons.put(row.getString("finding"), row.getString("reason"));
                });
        return check.check(draft.process(), rows.files(draft.id())).stream()
                .map(finding -> new Told(
                        finding,
                        key(finding),
                        finding.severity() == Finding.Severity.ERROR
                                ? Optional.empty()
                                : Optional.ofNullable(reasons.get(key(finding)))))
                .sorted(Comparator.comparing(told -> told.finding().severity()))
                .toList();
    }

    /** Without the line, which moves with every edit above it. */
    private static String key(Finding finding) {
        var key = finding.file() + "|" + finding.id() + "|" + finding.rule() + "|"
                + finding.about().stream().findFirst().orElse("");
        return key.length() <= LONGEST_KEY
                ? key
                : finding.rule() + "|" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
