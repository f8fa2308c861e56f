package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.form.StepDesk;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.GridTables.Shown;

/** "Biểu tổng hợp nhập thay": the reports of a unit's direct subordinates as one table, for whoever may fill them in. */
@Component
public class ReportGrid {

    private final ReportRows rows;
    private final Statements statements;
    private final GridTables tables;
    private final StepDesk steps;
    private final Units units;
    private final Access access;
    private final Clock clock;

    ReportGrid(
            ReportRows rows,
            Statements statements,
            GridTables tables,
            StepDesk steps,
            Units units,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.statements = statements;
        this.tables = tables;
        this.steps = steps;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** The units whose subordinates' reports this person may fill in. */
    public List<Unit> superiors(Actor actor) {
        access.require(actor, Right.ENTER_FOR_UNIT);
        return actor.unitsAs(Post.OFFICER).stream()
                .sorted()
                .flatMap(unit -> units.find(unit).stream())
                .toList();
    }

    /**
     * The table of one superior's subordinates.
     *
     * @throws NotVisible when the person is no officer there
     */
    @Transactional(readOnly = true)
    public GridTable of(Actor actor, UnitId superior, ReportingPeriod period) {
        access.require(actor, Right.ENTER_FOR_UNIT);
        if (!actor.holds(Post.OFFICER, superior)) {
            throw new NotVisible("grid of unit " + superior);
        }
        var below = subordinatesOf(superior);
        var reports = rows.findAll(below, period);
        var asked = reports.stream().map(Report::unit).collect(Collectors.toSet());
        var notAsked =
                (int) below.stream().filter(unit -> !asked.contains(unit)).count();
        return tables.of(superior, period, shown(actor, reports), notAsked);
    }

    /**
     * The table of one report alone, for whoever works for its unit.
     *
     * @throws vn.lantoa.organization.NotAllowed when the person only reads it
     */
    @Transactional(readOnly = true)
    public GridTable of(Actor actor, ReportId id) {
        var report = rows.find(id).orElseThrow(() -> new NotVisible("report " + id));
        access.require(actor, Right.SEE_REPORT, Right.DO_TASK, report.unit());
        return tables.of(report.unit(), report.period(), shown(actor, List.of(report)), 0);
    }

    /** Those reports of a superior's subordinates that somebody chooses, as they were handed in: for reading. */
    GridTable read(UnitId superior, ReportingPeriod period, Predicate<Report> chosen) {
        var reports = rows.findAll(subordinatesOf(superior), period).stream()
                .filter(chosen)
                .toList();
        var handedIn = statements.figuresOf(reports);
        var shown = reports.stream()
                .map(report -> new Shown(report, handedIn.get(report.id()).asAnswers(), false))
                .toList();
        return tables.of(superior, period, shown, 0);
    }

    /** The step at which this person would fill the report in. */
    static String stepFor(Actor actor, Report report) {
        return actor.holds(Post.OFFICER, report.unit()) ? UnitReport.DRAFT : UnitReport.ENTER;
    }

    private List<UnitId> subordinatesOf(UnitId superior) {
        return units.subordinatesOf(superior, LocalDate.now(clock)).stream()
                .map(Unit::id)
                .toList();
    }

    private List<Shown> shown(Actor actor, List<Report> reports) {
        var handedIn = statements.figuresOf(reports);
        return reports.stream()
                .map(report -> shown(actor, report, handedIn.get(report.id())))
                .toList();
    }

    /** With this person's draft, where the step is this person's; else what was handed in last. */
    private Shown shown(Actor actor, Report report, Figures handedIn) {
        var opened = report.state()
                .step()
                .filter(stepFor(actor, report)::equals)
                .flatMap(step -> steps.open(actor, report.id().dossier(), step));
        var typed = opened.map(step -> step.data().get("figures"));
        var figures = typed.isPresent() && typed.get() instanceof Map<?, ?> map ? map : handedIn.asAnswers();
        var open = opened.isPresent()
                || ReportAct.ENTER.possible(report) && access.may(actor, Right.ENTER_FOR_UNIT, report.unit());
        return new Shown(report, figures, open);
    }
}
