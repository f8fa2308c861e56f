package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.form.WrittenNumber;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/**
 * What a unit wants to reach in a year ("chỉ tiêu năm"), one figure per indicator, all of them optional. The unit's own leader sets them: a
 * root has no superior, and a unit answers for its own promise; the superior reads them beside the figures.
 */
@Component
public class Targets {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final TargetRows rows;
    private final IndicatorCatalogue catalogue;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Targets(TargetRows rows, IndicatorCatalogue catalogue, Access access, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One indicator and what is to be reached.
     *
     * @param recipient {@code collective}, {@code individual} or null
     * @param target null when none is set
     */
    public record Line(String key, String name, String recipient, String measure, String section, BigDecimal target) {}

    /** What became of targets handed in. */
    public sealed interface Outcome {

        /** They are set. */
        record Set(int count) implements Outcome {}

        /** Nothing is stored; messages by key, ready to show. */
        record Refused(Map<String, String> errors) implements Outcome {}
    }

    /** All that a target can be set for in a year, with the targets set. Who reads the unit's reports reads its targets. */
    @Transactional(readOnly = true)
    public List<Line> of(Actor actor, UnitId unit, int year) {
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, unit);
        var set = rows.of(unit, inReach(year));
        return asked(year).stream()
                .flatMap(indicator -> indicator.keys().stream().map(key -> line(indicator, key, set.get(key))))
                .toList();
    }

    /**
     * Sets the targets of a year; what is blank has none any more.
     *
     * @param texts by key, as written by a person
     */
    @Transactional
    public Outcome set(Actor actor, UnitId unit, int year, Map<String, String> texts, Locale locale) {
        access.require(actor, Right.SEE_REPORT, Right.SET_TARGETS, unit);
        var keys = asked(inReach(year)).stream()
                .flatMap(indicator -> indicator.keys().stream())
                .collect(Collectors.toSet());
        var targets = new LinkedHashMap<String, BigDecimal>();
        var errors = new LinkedHashMap<String, String>();
        texts.forEach((key, text) -> {
            if (keys.contains(key) && !text.isBlank()) {
                var reading = WrittenNumber.read(text.strip(), locale);
                reading.amount()
                        .ifPresentOrElse(amount -> targets.put(key, amount), () -> errors.put(key, reading.error()));
            }
        });
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        rows.replace(unit, year, targets, actor.id());
        audit.record(
                "report.targets-set",
                actor,
                "unit:" + unit,
                unit,
                Map.of("year", year, "count", targets.size()),
                Map.of());
        return new Outcome.Set(targets.size());
    }

    /** How many targets a report's figures reach, and of how many. */
    public record Reached(int reached, int of) {}

    /** For a list of reports, by report; those whose unit has no target that its figures speak of are left out. */
    Map<ReportId, Reached> reached(Collection<Report> reports, Statements statements) {
        var found = new LinkedHashMap<ReportId, Reached>();
        reports.stream()
                .collect(Collectors.groupingBy(report -> report.to().getYear()))
                .forEach((year, ofYear) -> {
                    var targets = rows.ofAll(ofYear.stream().map(Report::unit).toList(), year);
                    for (var report : ofYear) {
                        var own = targets.getOrDefault(report.unit(), Map.of());
                        if (!own.isEmpty()) {
                            found.put(
                                    report.id(),
                                    reached(
                                            own,
                                            statements
                                                    .of(report.id(), report.revision())
                                                    .figures()));
                        }
                    }
                });
        return found;
    }

    private static Reached reached(Map<String, BigDecimal> targets, Figures figures) {
        var reached = targets.entrySet().stream()
                .filter(target -> figures.amount(target.getKey())
                        .filter(amount -> amount.compareTo(target.getValue()) >= 0)
                        .isPresent())
                .count();
        return new Reached((int) reached, targets.size());
    }

    /** "đạt … %", one decimal; empty where nothing is stated or nothing was to be reached. */
    public static Optional<BigDecimal> percent(Figure figure, BigDecimal target) {
        if (figure == null || figure.amount() == null || target == null || target.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(figure.amount().movePointRight(2).divide(target, 1, RoundingMode.HALF_UP));
    }

    private List<Indicator> asked(int year) {
        var list = new ArrayList<>(catalogue.inForce(ReportingPeriod.Kind.Y, LocalDate.of(year, 12, 14)));
        list.removeIf(indicator -> indicator.derived() != null);
        return list;
    }

    private static Line line(Indicator indicator, String key, BigDecimal target) {
        var dot = key.indexOf('.');
        return new Line(
                key,
                indicator.name(),
                dot < 0 ? null : key.substring(dot + 1),
                indicator.unit(),
                indicator.section() + ". " + indicator.sectionTitle(),
                target == null ? null : Figure.plain(target));
    }

    private int inReach(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR ? LocalDate.now(clock).getYear() : year;
    }
}
