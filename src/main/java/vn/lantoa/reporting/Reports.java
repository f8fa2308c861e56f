package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Reports: opened by hand, found, read. */
@Component
public class Reports {

    /** Keys of the outline's texts, in its order. */
    public static final java.util.List<String> TEXTS = Outline.WRITTEN;

    private final ReportRows rows;
    private final IndicatorCatalogue catalogue;
    private final Statements statements;
    private final ReportRules rules;
    private final Deadlines deadlines;
    private final ReportStory story;
    private final Processes processes;
    private final Units units;
    private final Access access;
    private final ProposalWords wordsOf;
    private final Clock clock;

    Reports(
            ReportRows rows,
            IndicatorCatalogue catalogue,
            Statements statements,
            ReportRules rules,
            Deadlines deadlines,
            ReportStory story,
            Processes processes,
            Units units,
            Access access,
            ProposalWords wordsOf,
            Clock clock) {
        this.wordsOf = wordsOf;
        this.rows = rows;
        this.catalogue = catalogue;
        this.statements = statements;
        this.rules = rules;
        this.deadlines = deadlines;
        this.story = story;
        this.processes = processes;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Asks one unit for a report; its officer finds it in the task list. Opened by hand by the superior's officer, or by a root's own.
     *
     * @throws NotVisible when there is no such unit, or it is none of the actor's branch
     * @throws vn.lantoa.organization.NotAllowed when the actor sees the unit and is not its superior's officer
     */
    @Transactional
    public ReportOutcome open(Actor actor, UnitId unitId, ReportingPeriod period) {
        return open(actor, unitId, Optional.of(period));
    }

    /** The same for a period that was written by hand; rights are asked first, so that a refusal tells strangers nothing. */
    @Transactional
    public ReportOutcome open(Actor actor, UnitId unitId, Optional<ReportingPeriod> asked) {
        var unit = units.find(unitId).orElseThrow(() -> new NotVisible("unit " + unitId));
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, unitId);
        access.require(actor, Right.SEE_REPORT, Right.OPEN_REPORT, unitId);
        var today = LocalDate.now(clock);
        if (unit.validTo() != null && unit.validTo().isBefore(today)) {
            return ReportOutcome.Refused.at("unit", "report.refused.closed-unit");
        }
        var span = asked.flatMap(rules::spanOf);
        if (span.isEmpty() || span.get().from().isAfter(today)) {
            return ReportOutcome.Refused.at("period", "report.refused.period");
        }
        var period = asked.get();
        var due = deadlines.dueOf(period, unit.level(), today);
        if (due.isEmpty()) {
            return ReportOutcome.Refused.at("period", "report.refused.no-deadline");
        }
        if (rows.find(unitId, period).isPresent()) {
            return new ReportOutcome.Conflict("report.conflict.opened-twice");
        }
        return open(actor, unit, period, span.get(), due.get(), today);
    }

    private ReportOutcome open(
            Actor actor, Unit unit, ReportingPeriod period, ReportRules.Span span, Deadlines.Due due, LocalDate today) {
        var askedOn = period.kind() == ReportingPeriod.Kind.SPAN ? today : span.to();
        var list = catalogue.freeze(catalogue.inForce(period.kind(), askedOn), today);
        ReportId id;
        try {
            id = rows.insert(
                    unit.id(),
                    period,
                    span,
                    unit.parent().orElse(null),
                    unit.level(),
                    units.pathAsText(unit.id()),
                    list,
                    due,
                    actor.id(),
                    clock.instant());
        } catch (DuplicateKeyException quicker) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new ReportOutcome.Conflict("report.conflict.opened-twice");
        }
        var report = rows.find(id).orElseThrow();
        deadlines.freezeCutOff(report);
        story.tell(report, "opened", actor, Right.OPEN_REPORT, null, due.lastDay(), period.title());
        processes.start(UnitReport.PROCESS, id.dossier(), Map.of(UnitReport.UNIT_LEVEL, unit.level()));
        return new ReportOutcome.Done(id);
    }

    /**
     * The report with everything it says now.
     *
     * @throws NotVisible when there is none, or the actor may not read it
     */
    @Transactional(readOnly = true)
    public ReportView find(Actor actor, ReportId id) {
        var report = rows.find(id)
                .filter(found -> access.may(actor, Right.SEE_REPORT, found.unit()))
                .orElseThrow(() -> new NotVisible("report " + id));
        var statement = statements.of(id, report.revision());
        var texts = statement.texts().entrySet().stream()
                .filter(text -> !text.getValue().content().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().content()));
        if (!statement.proposals().isEmpty()) {
            texts.put("proposals", wordsOf.asText(statement.proposals()));
        }
        return new ReportView(
                report,
                statement.figures().withRatios(catalogue.frozen(report.list())),
                texts,
                statement.proposals(),
                story.of(id).stream().map(ReportView.Happening::of).toList());
    }

    /** The figures a report was opened with, in the order of the outline. */
    public java.util.List<Indicator> indicators(Report report) {
        return catalogue.frozen(report.list());
    }
}
