package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportView;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.SubordinateSums;

/** Every total opened down to the units it is made of. */
@Component
public class Consolidations {

    private final Reports reports;
    private final SubordinateSums sums;
    private final Takings takings;
    private final Members members;
    private final Units units;

    Consolidations(Reports reports, SubordinateSums sums, Takings takings, Members members, Units units) {
        this.reports = reports;
        this.sums = sums;
        this.takings = takings;
        this.members = members;
        this.units = units;
    }

    /**
     * On what the page stands.
     *
     * @param takenAt when the unit handed in on this sum; null while it is the sum of today
     * @param frozenAt when the unit's report was accepted on it; null before
     */
    public record Standing(SubordinateSums.Basis basis, Instant takenAt, Instant frozenAt) {}

    /**
     * One figure of the unit.
     *
     * @param recipient {@code collective}, {@code individual} or null
     * @param total null where no subordinate said anything
     * @param own the unit's own part; null when it is not known or not yet to be seen
     * @param figure the unit's figure; null when nothing is said or it is not yet to be seen
     */
    public record Line(
            Indicator indicator,
            String key,
            String recipient,
            SubordinateSums.Total total,
            BigDecimal own,
            Figure figure) {}

    /** How a subordinate's report stands to the sum. */
    public enum Part {
        /** Added as it was accepted. */
        ACCEPTED,
        /** Added while it waits for acceptance, by choice. */
        INCLUDED,
        /** Waits for acceptance and is not added. */
        AWAITING,
        /** Accepted after the sum was taken. */
        AFTER,
        /** Not sent. */
        MISSING
    }

    /**
     * The report of one direct subordinate.
     *
     * @param revision the one that was added; 0 when none was
     * @param restated whether a later revision has been accepted since
     * @param visible whether this person may open it
     * @param opensFurther whether it is made of others itself
     */
    public record Member(
            ReportId report,
            UnitId unit,
            String name,
            ReportState state,
            Part part,
            int revision,
            boolean restated,
            boolean visible,
            boolean opensFurther) {}

    /**
     * What one subordinate puts into one figure.
     *
     * @param figure null when it says nothing, or is not added
     * @param carried whether the figure is the latest accepted one of an earlier period
     * @param since what it says by now where that differs from what was added; null where it does not
     * @param approvedBy who approved the revision that was added; null when unknown
     */
    public record Child(
            Member member, Figure figure, boolean carried, Figure since, String approvedBy, Instant approvedAt) {}

    /** All figures of a report with what stands below. */
    public record Overview(Report report, String unit, Standing standing, List<Line> lines, List<Member> members) {}

    /**
     * One figure opened.
     *
     * @param counted the figure whose holders are counted; null for a sum
     */
    public record Opened(
            Report report, String unit, Standing standing, Line line, Indicator counted, List<Child> children) {}

    /** What a sum is read from, once: its report, and the reports it is made of. */
    private record Ground(
            ReportView view, List<Indicator> indicators, Optional<Takings.Taking> taking, Sources sources) {}

    /** @throws NotVisible when there is no such report, or the actor may not read it */
    @Transactional(readOnly = true)
    public Overview of(Actor actor, ReportId id) {
        return overview(actor, ground(actor, id));
    }

    /**
     * What every added report says about every figure, by the id of the report: for the file.
     *
     * @throws NotVisible when there is no such report, or the actor may not read it
     */
    @Transactional(readOnly = true)
    public Map<ReportId, Map<String, Figure>> matrix(Actor actor, ReportId id) {
        var matrix = new LinkedHashMap<ReportId, Map<String, Figure>>();
        members.all(ground(actor, id).sources()).forEach((child, figures) -> matrix.put(ReportId.of(child), figures));
        return matrix;
    }

    /**
     * @param key {@code D3} or {@code G1.collective}
     * @throws NotVisible when there is no such report or figure, or the actor may not read it
     */
    @Transactional(readOnly = true)
    public Opened of(Actor actor, ReportId id, String key) {
        var ground = ground(actor, id);
        var overview = overview(actor, ground);
        var line = overview.lines().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotVisible("figure " + key + " of report " + id));
        var report = overview.report();
        var indicators = ground.indicators();
        var counted = members.counted(report, line.indicator().code()).flatMap(code -> indicators.stream()
                .filter(one -> one.code().equals(code))
                .findFirst());
        var wanted = counted.map(Indicator::code).orElse(key);
        var children = line.indicator().derived() == null
                ? members.say(overview.members(), ground.sources(), wanted, ground.taking(), indicators)
                : members.ratios(overview.members(), ground.sources(), line.indicator(), ground.taking(), indicators);
        return new Opened(report, overview.unit(), overview.standing(), line, counted.orElse(null), children);
    }

    private Ground ground(Actor actor, ReportId id) {
        var view = reports.find(actor, id);
        var report = view.report();
        // While the unit drafts, the sum is that of today, as its officer has it in the form.
        var taking =
                Inclusions.DRAFTED.contains(report.state()) ? Optional.<Takings.Taking>empty() : takings.of(report);
        var sources = taking.map(one -> Sources.taken(report, one.id())).orElseGet(() -> Sources.now(report));
        return new Ground(view, reports.indicators(report), taking, sources);
    }

    private Overview overview(Actor actor, Ground ground) {
        var report = ground.view().report();
        var standing = standing(report, ground.taking(), ground.indicators());
        return new Overview(
                report,
                name(report),
                standing,
                lines(ground.view(), actor, ground.indicators(), standing),
                members.of(actor, report, ground.sources()));
    }

    private Standing standing(Report report, Optional<Takings.Taking> taking, List<Indicator> indicators) {
        return taking.map(one -> new Standing(one.basis(takings.totals(one.id())), one.takenAt(), one.frozenAt()))
                .orElseGet(() -> new Standing(sums.now(report, indicators), null, null));
    }

    /** To other units nothing of its own is said before it was sent, as on the report's page; nor to anybody while it is drafted anew. */
    private List<Line> lines(ReportView view, Actor actor, List<Indicator> indicators, Standing standing) {
        var shown = !Inclusions.DRAFTED.contains(view.report().state())
                && (view.report().sent().isPresent()
                        || actor.units().contains(view.report().unit()));
        var own = shown ? sums.own(view.report()) : Map.<String, BigDecimal>of();
        var lines = new ArrayList<Line>();
        for (var indicator : indicators) {
            Stream.concat(indicator.keys().stream(), Stream.of(indicator.code()))
                    .distinct()
                    .filter(key -> indicator.keys().contains(key)
                            || standing.basis().find(key).isPresent()
                            || view.figures().find(key).isPresent())
                    .forEach(key -> lines.add(new Line(
                            indicator,
                            key,
                            Takings.dimension(key).isEmpty() ? null : Takings.dimension(key),
                            Ratios.or(standing.basis(), indicator, key),
                            own.get(key),
                            shown ? view.figures().find(key).orElse(null) : null)));
        }
        return lines;
    }

    private String name(Report report) {
        return units.find(report.unit()).map(unit -> unit.name()).orElse("");
    }
}
