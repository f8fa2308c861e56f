package vn.lantoa.diagrams;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.diagrams.ReleaseOutcome.Done;
import vn.lantoa.diagrams.ReleaseOutcome.Refused;
import vn.lantoa.diagrams.ReleaseOutcome.Why;
import vn.lantoa.engine.Deployments;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ModelRefused;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/**
 * A version comes into service: a draft by a second person, or an earlier version anew. Rows, engine and audit in one transaction; running
 * cases stay on their version.
 */
@Component
public class ProcessReleases {

    private final ProcessDraftRows rows;
    private final ProcessReleaseRows releases;
    private final ProcessOffers offers;
    private final ProcessFiles processes;
    private final Deployments deployments;
    private final ProcessReleasePeople people;
    private final Access access;
    private final ProcessSight sight;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProcessReleases(
            ProcessDraftRows rows,
            ProcessReleaseRows releases,
            ProcessOffers offers,
            ProcessFiles processes,
            Deployments deployments,
            ProcessReleasePeople people,
            Access access,
            ProcessSight sight,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.releases = releases;
        this.offers = offers;
        this.processes = processes;
        this.deployments = deployments;
        this.people = people;
        this.access = access;
        this.sight = sight;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts an offered draft into service.
     *
     * @param seen the version of the draft that was on the page: nobody releases what they did not see
     */
    public ReleaseOutcome release(Actor actor, DraftId id, long seen) {
        return unlessRefused(() -> releaseHeld(actor, id, seen));
    }

    /** Whether this person may release a draft: whoever began it, wrote in it or offered it may not. */
    public boolean mayRelease(Actor actor, ProcessDraft draft) {
        return access.may(actor, Right.RELEASE_PROCESS, draft.unit())
                && !hands(draft).contains(actor.id());
    }

    /** The releases of a process by the engine's id of their version. */
    public Map<String, ProcessRelease> of(Actor actor, String process) {
        sight.require(actor);
        var found = new HashMap<String, ProcessRelease>();
        releases.of(process).forEach(release -> found.put(release.definition(), release));
        return found;
    }

    /**
     * Brings an earlier version back as a new one. Its files were in service and released before, so that one person may do it at once; but
     * not the one who released what it replaces.
     */
    public ReleaseOutcome restore(Actor actor, String process, int number, String reason) {
        sight.require(actor);
        var root = sight.root();
        access.require(actor, Right.RELEASE_PROCESS, Right.RELEASE_PROCESS, root);
        if (processes.newest(process).isEmpty()) {
            throw new NotVisible("process " + process);
        }
        return reason.isBlank()
                ? Refused.of(Why.NO_REASON)
                : unlessRefused(() -> restoreHeld(actor, process, number, Reasons.kept(reason), root));
    }

    private interface Act {
        ReleaseOutcome run();
    }

    /** What the engine refuses ends its transaction: nothing of the act is left then. */
    private ReleaseOutcome unlessRefused(Act act) {
        try {
            return transaction.execute(status -> act.run());
        } catch (ModelRefused refused) {
            return new Refused(Why.BLOCKED, refused.findings(), List.of());
        }
    }

    private ReleaseOutcome releaseHeld(Actor actor, DraftId id, long seen) {
        releases.takeTurns();
        var draft = rows.hold(id).orElseThrow(() -> new NotVisible("draft " + id));
        access.require(actor, Right.RELEASE_PROCESS, Right.RELEASE_PROCESS, draft.unit());
        var why = closed(actor, draft, seen);
        if (why != null) {
            return Refused.of(why);
        }
        var obstacle = offers.obstacle(draft);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var replaced = processes.newest(draft.process()).orElseThrow();
        var version = deploy(draft.process(), rows.files(id));
        var digest = FilesDigest.of(processes.files(version));
        releases.add(version, replaced, draft, null, digest, draft.reason().orElse(""), actor);
        jdbc.sql("update process_draft set state = 'RELEASED', version = version + 1, changed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
        var hands = new HashSet<>(hands(draft));
        hands.remove(actor.id());
        people.tell("released", draft, hands, draft.title(), actor.name());
        var facts = facts(version, replaced, digest);
        facts.put("draft", id.value());
        draft.author().ifPresent(author -> facts.put("author", author.value()));
        facts.put("releaser", actor.id().value());
        audit.record(
                "process.released",
                actor,
                ProcessDrafts.object(id),
                null,
                facts,
                Map.of("reason", draft.reason().orElse("")));
        return new Done(version.definition());
    }

    private Why closed(Actor actor, ProcessDraft draft, long seen) {
        if (draft.state() == ProcessDraft.State.RELEASED) {
            return Why.RELEASED;
        }
        if (draft.state() != ProcessDraft.State.OFFERED) {
            return Why.NOT_OFFERED;
        }
        if (hands(draft).contains(actor.id())) {
            return Why.OWN_DRAFT;
        }
        return draft.version() == seen ? null : Why.STALE;
    }

    private ReleaseOutcome restoreHeld(Actor actor, String process, int number, String reason, UnitId root) {
        releases.takeTurns();
        var replaced = processes.newest(process).orElseThrow();
        var restored = processes.version(process, number);
        if (restored.isEmpty()) {
            return Refused.of(Why.NO_VERSION);
        }
        var files = processes.files(restored.get());
        if (FilesDigest.of(files).equals(FilesDigest.of(processes.files(replaced)))) {
            return Refused.of(Why.IN_SERVICE);
        }
        var last = releases.of(replaced);
        if (last.isPresent() && last.get().releasedBy().equals(actor.id())) {
            return Refused.of(Why.OWN_RELEASE);
        }
        var version = deploy(process, files);
        var digest = FilesDigest.of(processes.files(version));
        releases.add(version, replaced, null, restored.get(), digest, reason, actor);
        people.tell(
                "restored",
                "/processes/" + process + "/versions",
                version.definition(),
                people.releasers(root, Set.of(actor.id())),
                version.name(),
                reason);
        var facts = facts(version, replaced, digest);
        facts.put("restored", number);
        facts.put("releaser", actor.id().value());
        audit.record("process.restored", actor, "process:" + process, null, facts, Map.of("reason", reason));
        return new Done(version.definition());
    }

    private ProcessFiles.Version deploy(String process, List<ModelFile> files) {
        return processes.version(deployments.release(process, files)).orElseThrow();
    }

    private static Map<String, Object> facts(
            ProcessFiles.Version version, ProcessFiles.Version replaced, String digest) {
        var facts = new HashMap<String, Object>();
        facts.put("process", version.process());
        facts.put("version", version.number());
        facts.put("replaces", replaced.number());
        facts.put("sha256", digest);
        return facts;
    }

    /** Everybody who had a hand in a draft. */
    private Set<PersonId> hands(ProcessDraft draft) {
        var hands = new HashSet<>(rows.writers(draft.id()));
        draft.author().ifPresent(hands::add);
        offers.offeredBy(draft).ifPresent(hands::add);
        return hands;
    }
}
