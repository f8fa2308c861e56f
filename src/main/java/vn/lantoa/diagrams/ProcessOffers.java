package vn.lantoa.diagrams;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.diagrams.ReleaseOutcome.Refused;
import vn.lantoa.diagrams.ReleaseOutcome.Why;
import vn.lantoa.engine.Finding;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;

/** A draft is offered to the second person, returned by that person, and begun anew when another version came between. */
@Component
public class ProcessOffers {

    private final ProcessDraftRows rows;
    private final ProcessFiles processes;
    private final DraftFindings findings;
    private final ProcessReleasePeople people;
    private final Access access;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessOffers(
            ProcessDraftRows rows,
            ProcessFiles processes,
            DraftFindings findings,
            ProcessReleasePeople people,
            Access access,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.processes = processes;
        this.findings = findings;
        this.people = people;
        this.access = access;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Offers a draft: nobody writes in it any more until it is released or returned. */
    @Transactional
    public ReleaseOutcome offer(Actor actor, DraftId id, String reason) {
        var draft = held(id);
        access.require(actor, Right.RELEASE_PROCESS, Right.DRAW_PROCESS, draft.unit());
        if (draft.state() != ProcessDraft.State.OPEN) {
            return Refused.of(Why.NOT_OPEN);
        }
        if (reason.isBlank()) {
            return Refused.of(Why.NO_REASON);
        }
        var obstacle = obstacle(draft);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        state(draft, ProcessDraft.State.OFFERED, Reasons.kept(reason), actor.id());
        var without = new HashSet<>(rows.writers(id));
        without.add(actor.id());
        people.tell("offered", draft, people.releasers(draft.unit(), without), draft.title(), actor.name());
        audit.record(
                "process.draft-offered",
                actor,
                ProcessDrafts.object(id),
                null,
                Map.of("process", draft.process(), "sha256", FilesDigest.of(rows.files(id))),
                Map.of("reason", Reasons.kept(reason)));
        return new ReleaseOutcome.Done("");
    }

    /** The second person gives it back: it is open again, and its writers are told why. */
    @Transactional
    public ReleaseOutcome giveBack(Actor actor, DraftId id, String reason) {
        var draft = held(id);
        access.require(actor, Right.RELEASE_PROCESS, Right.RELEASE_PROCESS, draft.unit());
        if (draft.state() != ProcessDraft.State.OFFERED) {
            return Refused.of(draft.state() == ProcessDraft.State.RELEASED ? Why.RELEASED : Why.NOT_OFFERED);
        }
        if (reason.isBlank()) {
            return Refused.of(Why.NO_REASON);
        }
        var tell = new HashSet<>(rows.writers(id));
        offeredBy(draft).ifPresent(tell::add);
        tell.remove(actor.id());
        state(draft, ProcessDraft.State.OPEN, null, null);
        people.tell("returned", draft, tell, draft.title(), Reasons.kept(reason));
        audit.record(
                "process.draft-returned",
                actor,
                ProcessDrafts.object(id),
                null,
                Map.of("process", draft.process()),
                Map.of("reason", Reasons.kept(reason)));
        return new ReleaseOutcome.Done("");
    }

    /** Sets an overtaken draft on the newest version, its files as they are: the difference then says what of the newer one would go. */
    @Transactional
    public ReleaseOutcome rebase(Actor actor, DraftId id) {
        var draft = held(id);
        access.require(actor, Right.RELEASE_PROCESS, Right.DRAW_PROCESS, draft.unit());
        if (draft.state() != ProcessDraft.State.OPEN && draft.state() != ProcessDraft.State.OFFERED) {
            return Refused.of(draft.state() == ProcessDraft.State.RELEASED ? Why.RELEASED : Why.NOT_OPEN);
        }
        var newest = processes.newest(draft.process()).orElseThrow();
        jdbc.sql("update process_draft set based_on = ? where id = ?")
                .params(newest.definition(), id.value())
                .update();
        state(draft, ProcessDraft.State.OPEN, null, null);
        audit.record(
                "process.draft-rebased",
                actor,
                ProcessDrafts.object(id),
                null,
                Map.of("process", draft.process(), "from", draft.basedOn(), "to", newest.definition()),
                Map.of());
        return new ReleaseOutcome.Done("");
    }

    /** Who offered a draft, or offered it last. */
    Optional<PersonId> offeredBy(ProcessDraft draft) {
        return jdbc.sql("select offered_by from process_draft where id = ?")
                .param(draft.id().value())
                .query((row, n) -> Optional.ofNullable(row.getObject("offered_by", Long.class)))
                .single()
                .map(PersonId::new);
    }

    /** What keeps a draft out of service, whoever asks; empty when nothing does. */
    Optional<Refused> obstacle(ProcessDraft draft) {
        var newest = processes.newest(draft.process()).orElseThrow(() -> new NotVisible("process " + draft.process()));
        if (!newest.definition().equals(draft.basedOn())) {
            return Optional.of(new Refused(Why.OVERTAKEN, List.of(), between(draft)));
        }
        var files = rows.files(draft.id());
        if (FilesDigest.of(files).equals(FilesDigest.of(processes.files(newest)))) {
            return Optional.of(Refused.of(Why.NO_CHANGE));
        }
        var errors = blocking(draft);
        return errors.isEmpty() ? Optional.empty() : Optional.of(new Refused(Why.BLOCKED, errors, List.of()));
    }

    /** Everything found in a draft that must be mended first: errors, and warnings for which nobody gave a reason. */
    public List<Finding> blocking(ProcessDraft draft) {
        return findings.blocks(draft).stream().map(DraftFindings.Told::finding).toList();
    }

    /** The versions that came into service after a draft was begun, oldest first. */
    public List<Integer> between(ProcessDraft draft) {
        var base = processes
                .version(draft.basedOn())
                .map(ProcessFiles.Version::number)
                .orElse(0);
        return processes.versions(draft.process()).stream()
                .map(ProcessFiles.Version::number)
                .filter(number -> number > base)
                .sorted()
                .toList();
    }

    private ProcessDraft held(DraftId id) {
        return rows.hold(id).orElseThrow(() -> new NotVisible("draft " + id));
    }

    private void state(ProcessDraft draft, ProcessDraft.State state, String reason, PersonId by) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("update process_draft set state = ?, reason = ?, offered_by = ?, offered_at = ?, changed_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(state.name(), reason, by == null ? null : by.value(), by == null ? null : now, now)
                .param(draft.id().value())
                .update();
    }
}
