package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Units;

/** What a report is held against: its frozen list, the rules of its time, what the unit reported before. */
@Component
class ReportBackground {

    private final ReportRows rows;
    private final Statements statements;
    private final IndicatorCatalogue catalogue;
    private final ReportRules rules;
    private final TargetRows targets;
    private final Units units;
    private final SubordinateSums below;
    private final KnownCounts counts;

    ReportBackground(
            ReportRows rows,
            Statements statements,
            IndicatorCatalogue catalogue,
            ReportRules rules,
            TargetRows targets,
            Units units,
            SubordinateSums below,
            KnownCounts counts) {
        this.counts = counts;
        this.below = below;
        this.targets = targets;
        this.rows = rows;
        this.statements = statements;
        this.catalogue = catalogue;
        this.rules = rules;
        this.units = units;
    }

    List<Indicator> indicators(Report report) {
        return catalogue.frozen(report.list());
    }

    /** What the subordinates add up to: for whoever enters as it stands now, for others as the report took it. */
    SubordinateSums.Basis below(Report report, FigureSheet.Mode mode) {
        return mode == FigureSheet.Mode.ENTER ? below.now(report, indicators(report)) : below.taken(report);
    }

    /** Keeps on what a new revision stands: the sum of today; one that only corrects stands on the sum taken before. */
    void standsOn(Report report, int revision, boolean corrected, Figures figures, Actor by) {
        if (corrected) {
            below.correct(report, revision, figures);
        } else {
            below.take(report, revision, indicators(report), figures, by.id());
        }
    }

    FigureSheet.Surroundings surroundings(Report report, FigureSheet.Mode mode) {
        var lastYear = report.period()
                .yearBefore()
                .flatMap(period -> rows.find(report.unit(), period))
                .map(this::figures)
                .orElse(Figures.NONE);
        return new FigureSheet.Surroundings(
                lastYear,
                previous(report),
                half(report),
                targets.of(report.unit(), report.to().getYear()),
                checks(report),
                communes(report),
                counts.of(report),
                below(report, mode));
    }

    /** The hard rules that these figures break. */
    List<Refusal> violations(Report report, Figures figures) {
        return violations(report, figures, checks(report), communes(report), counts.of(report));
    }

    /** The same, with what was looked up around the report already. */
    List<Refusal> violations(Report report, Figures figures, FigureSheet.Surroundings around) {
        return violations(report, figures, around.checks(), around.communes(), around.known());
    }

    private List<Refusal> violations(
            Report report,
            Figures figures,
            List<ReportRules.Check> checks,
            Optional<Integer> communes,
            Map<String, KnownCounts.Known> known) {
        var half = report.period().kind() == ReportingPeriod.Kind.Y
                ? rows.find(
                                report.unit(),
                                ReportingPeriod.firstHalfOf(report.period().year()))
                        .map(this::figures)
                        .orElse(Figures.NONE)
                : Figures.NONE;
        var found = new ArrayList<>(new FigureRules(checks, indicators(report))
                .violations(figures, new FigureRules.Background(half, communes)));
        if (!known.isEmpty()) {
            found.addAll(counts.differing(known, figures, below.now(report, indicators(report))));
        }
        return found;
    }

    /**
     * "Báo cáo không phát sinh": nothing happened in the unit itself, so every flow is an explicit zero, and every stock stands where it
     * stood; where the unit never said how much that is, it is not stated rather than invented. What its subordinates reported stays in.
     */
    Figures nilFigures(Report report) {
        var before = rows.lastBefore(report.unit(), report.to());
        var previous = before.map(this::figures).orElse(Figures.NONE);
        var own = before.map(below::own).orElse(Map.of());
        var basis = below.now(report, indicators(report));
        var known = counts.of(report);
        var figures = new LinkedHashMap<String, Figure>();
        for (var indicator : indicators(report)) {
            for (var key : indicator.keys()) {
                var sum = basis.find(key).filter(SubordinateSums.Total::isSum);
                if (sum.isPresent()) {
                    var mine = indicator.isStock() ? own.getOrDefault(key, BigDecimal.ZERO) : known(known, key);
                    figures.put(key, sum.get().asFigure().orElseThrow().plus(mine));
                } else if (indicator.isFlow()) {
                    figures.put(key, Figure.exactly(known(known, key)));
                } else if (indicator.isStock()) {
                    figures.put(key, previous.find(key).orElseGet(Figure::notStated));
                }
            }
        }
        return new Figures(figures);
    }

    private static BigDecimal known(Map<String, KnownCounts.Known> known, String key) {
        return Optional.ofNullable(known.get(key))
                .map(KnownCounts.Known::amount)
                .orElse(BigDecimal.ZERO);
    }

    /** What the unit sent about the first six months of the year; nothing stated when it sent none. Empty unless the report is the year's. */
    private Optional<Figures> half(Report report) {
        if (report.period().kind() != ReportingPeriod.Kind.Y) {
            return Optional.empty();
        }
        var first = ReportingPeriod.firstHalfOf(report.period().year());
        return Optional.of(rows.find(report.unit(), first)
                .flatMap(statements::sent)
                .map(Statements.Statement::figures)
                .orElse(Figures.NONE));
    }

    private Figures previous(Report report) {
        return rows.lastBefore(report.unit(), report.to()).map(this::figures).orElse(Figures.NONE);
    }

    private Figures figures(Report report) {
        return statements.figures(report.id(), report.revision());
    }

    /** Figures of a free span are asked today, so today's rules hold; a half-year and a year are held to their own. */
    private List<ReportRules.Check> checks(Report report) {
        var on = report.period().kind() == ReportingPeriod.Kind.SPAN
                ? report.openedAt().atZone(vn.lantoa.calendar.VietnamTime.ZONE).toLocalDate()
                : report.to();
        return rules.checks(on);
    }

    private Optional<Integer> communes(Report report) {
        return units.find(report.unit()).flatMap(unit -> rules.communesOf(unit.code(), report.to()));
    }
}
