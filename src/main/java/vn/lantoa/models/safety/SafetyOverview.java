package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** How a branch stands in one year, by its direct subordinates: counts only. */
@Component
public class SafetyOverview {

    private static final int MOST_RESULTS = 2_000;

    private static final String FILES =
            """
            select w.ancestor_id as branch, sum(u.registered) as registered, sum(u.assessed) as assessed, sum(u.passed) as passed,
             sum(u.failed) as failed, sum(u.excellent) as excellent, sum(u.good) as good, sum(u.average) as average, sum(u.weak) as weak
            from (%s) u join unit_closure w on w.descendant_id = u.unit_id
            where w.ancestor_id in (:branches) group by w.ancestor_id"""
                    .formatted(SafetyStanding.BY_UNIT);

    private static final String COMMITMENTS =
            """
            select w.ancestor_id as branch, sum(c.people) as people, sum(c.units) as units from safety_commitment c
            join unit_closure w on w.descendant_id = c.unit_id
            where c.year_no = :year and c.corrected_by is null and w.ancestor_id in (:branches) group by w.ancestor_id""";

    private final JdbcClient jdbc;
    private final SafetyResults results;
    private final SafetyCorrections corrections;
    private final Units units;
    private final Access access;
    private final Clock clock;

    SafetyOverview(
            JdbcClient jdbc,
            SafetyResults results,
            SafetyCorrections corrections,
            Units units,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.results = results;
        this.corrections = corrections;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** Counts of one branch. */
    public record Counts(
            int registered,
            int assessed,
            int passed,
            int failed,
            int excellent,
            int good,
            int average,
            int weak,
            int people,
            int units) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Counts with(int people, int units) {
            return new Counts(registered, assessed, passed, failed, excellent, good, average, weak, people, units);
        }
    }

    /** One line: a direct subordinate with everything below it. */
    public record Line(Unit unit, Counts counts) {}

    /** The whole branch, and its lines. */
    public record Branch(Unit unit, int year, Counts total, List<Line> lines) {}

    /**
     * One line of the register of results.
     *
     * @param standing whether it counts; it was corrected when not
     * @param reason why it corrects another, null for a first entry
     * @param correctable whether this person may correct it
     */
    public record Entry(
            long id,
            SafetyDecision decision,
            SafetyObject object,
            String name,
            SafetyResult result,
            boolean standing,
            String reason,
            boolean correctable) {

        /** What a decision of its kind may say. */
        public List<SafetyResult> results() {
            return SafetyResult.of(decision.kind());
        }
    }

    /**
     * A branch in a year.
     *
     * @throws NotVisible when the person does not see its models
     */
    public Branch of(Actor actor, UnitId unit, int year) {
        var top = visible(actor, unit);
        var below = units.subordinatesOf(unit, LocalDate.now(clock));
        var branches = new ArrayList<UnitId>();
        branches.add(unit);
        below.forEach(one -> branches.add(one.id()));
        var counts = counts(branches, year);
        return new Branch(
                top,
                year,
                counts.getOrDefault(unit, Counts.NONE),
                below.stream()
                        .map(one -> new Line(one, counts.getOrDefault(one.id(), Counts.NONE)))
                        .toList());
    }

    /** The register of results of one kind: recognitions or ratings, never both. */
    public List<Entry> results(Actor actor, UnitId unit, SafetyDecision.Kind kind, int year) {
        visible(actor, unit);
        return results.of(unit, kind, year, MOST_RESULTS).stream()
                .map(one -> new Entry(
                        one.id(),
                        one.decision(),
                        one.line().object(),
                        one.line().name(),
                        one.line().result(),
                        one.standing(),
                        one.reason(),
                        one.standing() && corrections.may(actor, one)))
                .toList();
    }

    private Unit visible(Actor actor, UnitId unit) {
        if (!access.may(actor, Right.SEE_MODEL, unit)) {
            throw new NotVisible("safety overview of unit " + unit);
        }
        return units.find(unit).orElseThrow();
    }

    private Map<UnitId, Counts> counts(List<UnitId> branches, int year) {
        var counts = new HashMap<UnitId, Counts>();
        var ids = branches.stream().map(UnitId::value).toList();
        jdbc.sql(FILES).param("year", year).param("branches", ids).query(row -> {
            counts.put(
                    UnitId.of(row.getLong("branch")),
                    new Counts(
                            row.getInt("registered"),
                            row.getInt("assessed"),
                            row.getInt("passed"),
                            row.getInt("failed"),
                            row.getInt("excellent"),
                            row.getInt("good"),
                            row.getInt("average"),
                            row.getInt("weak"),
                            0,
                            0));
        });
        jdbc.sql(COMMITMENTS).param("year", year).param("branches", ids).query(row -> {
            var branch = UnitId.of(row.getLong("branch"));
            counts.put(
                    branch, counts.getOrDefault(branch, Counts.NONE).with(row.getInt("people"), row.getInt("units")));
        });
        return counts;
    }
}
