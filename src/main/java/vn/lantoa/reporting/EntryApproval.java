package vn.lantoa.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Standing;
import vn.lantoa.organization.UnitId;

/** A leader approves what the officer entered for many units, in one act and each by the way of its own step. */
@Component
public class EntryApproval {

    private final StepDesk steps;
    private final ReportGrid grid;
    private final Access access;
    private final MessageSource messages;

    EntryApproval(StepDesk steps, ReportGrid grid, Access access, MessageSource messages) {
        this.steps = steps;
        this.grid = grid;
        this.access = access;
        this.messages = messages;
    }

    /**
     * The units whose entries this person approves, as their leader or in a leader's place; none for others.
     *
     * @throws vn.lantoa.organization.NotAllowed when neither a post of the person nor a substitution does tasks
     */
    public List<UnitId> ledBy(Actor actor) {
        var led = Stream.concat(
                        actor.unitsAs(Post.LEADER).stream(),
                        actor.standings().stream().map(Standing::unit).filter(unit -> leads(actor, unit)))
                .distinct()
                .sorted()
                .toList();
        if (led.isEmpty()) {
            access.require(actor, Right.DO_TASK);
        }
        return led;
    }

    /**
     * The entries of one superior's officer that wait for this person; without those that four eyes keeps from the person.
     *
     * @throws NotVisible when the person does not approve there
     */
    @Transactional(readOnly = true)
    public GridTable waiting(Actor actor, UnitId superior, ReportingPeriod period) {
        if (!leads(actor, superior)) {
            access.require(actor, Right.DO_TASK);
            throw new NotVisible("entries of unit " + superior);
        }
        return grid.read(
                superior,
                period,
                report -> report.state() == ReportState.APPROVING_ENTRY
                        && steps.waits(actor, report.id().dossier(), UnitReport.APPROVE_ENTRY));
    }

    private static boolean leads(Actor actor, UnitId unit) {
        return actor.actsAs(Post.LEADER, unit, UnitReport.PROCESS);
    }

    /** Approves the chosen rows. One row's trouble leaves the others approved. */
    public List<ReportResult> approve(Actor actor, GridTable table, Set<ReportId> chosen, Locale locale) {
        return table.rows().stream()
                .filter(row -> chosen.contains(row.report()))
                .map(row -> approve(actor, row, locale))
                .toList();
    }

    private ReportResult approve(Actor actor, GridTable.Row row, Locale locale) {
        var outcome = steps.complete(
                actor, row.report().dossier(), UnitReport.APPROVE_ENTRY, UnitReport.APPROVED, Map.of(), locale);
        var done = outcome instanceof StepDesk.Outcome.Done;
        var word = done ? "report.approval.done" : "report.grid.not-open";
        return ReportResult.of(row.report(), row.name(), done, messages.getMessage(word, null, locale));
    }
}
