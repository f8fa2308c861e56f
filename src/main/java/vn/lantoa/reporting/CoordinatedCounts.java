package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Coordinations;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/**
 * "Phối hợp theo địa bàn": the counts that units of other branches have on the territory of a province. The province reads what was accepted,
 * and nothing else of those reports; nothing here ever enters a sum.
 */
@Component
public class CoordinatedCounts {

    private final Units units;
    private final Coordinations coordinations;
    private final ReportRows rows;
    private final Statements statements;
    private final IndicatorCatalogue catalogue;
    private final Access access;
    private final Clock clock;

    CoordinatedCounts(
            Units units,
            Coordinations coordinations,
            ReportRows rows,
            Statements statements,
            IndicatorCatalogue catalogue,
            Access access,
            Clock clock) {
        this.units = units;
        this.coordinations = coordinations;
        this.rows = rows;
        this.statements = statements;
        this.catalogue = catalogue;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What one unit counted.
     *
     * @param lines empty when no report of the period was accepted
     */
    public record Counts(Unit province, Unit unit, List<Line> lines) {}

    /** One figure, with its indicator's words. */
    public record Line(String code, String name, String recipient, String measure, Figure figure) {}

    /**
     * The counts of one period, province by province of those where the person reads reports.
     *
     * @throws vn.lantoa.organization.NotAllowed when no post of the person reads reports
     */
    @Transactional(readOnly = true)
    public List<Counts> of(Actor actor, ReportingPeriod period) {
        access.require(actor, Right.SEE_REPORT);
        return provinces(actor)
                .flatMap(province -> coordinations.coordinatedBy(province.id(), LocalDate.now(clock)).stream()
                        .map(unit -> new Counts(province, unit, lines(unit, period))))
                .toList();
    }

    /** Whether there is anything to show this person. */
    public boolean any(Actor actor) {
        return provinces(actor).anyMatch(province -> !coordinations
                .coordinatedBy(province.id(), LocalDate.now(clock))
                .isEmpty());
    }

    private Stream<Unit> provinces(Actor actor) {
        return actor.branches(Right.SEE_REPORT).stream()
                .sorted()
                .map(units::find)
                .flatMap(Optional::stream);
    }

    private List<Line> lines(Unit unit, ReportingPeriod period) {
        var report = rows.find(unit.id(), period);
        var accepted = report.flatMap(statements::accepted);
        if (accepted.isEmpty()) {
            return List.of();
        }
        var indicators = catalogue.frozen(report.get().list());
        var figures = accepted.get().figures().withRatios(indicators);
        var lines = new ArrayList<Line>();
        for (var indicator : indicators) {
            for (var key : Stream.concat(Stream.of(indicator.code()), indicator.keys().stream())
                    .distinct()
                    .toList()) {
                var dot = key.indexOf('.');
                figures.find(key)
                        .ifPresent(figure -> lines.add(new Line(
                                indicator.code(),
                                indicator.name(),
                                dot < 0 ? null : key.substring(dot + 1),
                                indicator.unit(),
                                figure)));
            }
        }
        return lines;
    }
}
