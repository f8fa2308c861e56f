package vn.lantoa.models.safety;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The register of outside decisions: one result of each kind for a unit and year, whether it came one by one or as a list. */
@Component
class SafetyResults {

    private final JdbcClient jdbc;
    private final SafetyFileRows rows;
    private final SafetyNotices notices;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    SafetyResults(
            JdbcClient jdbc, SafetyFileRows rows, SafetyNotices notices, Units units, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.notices = notices;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One line of a decision.
     *
     * @param unit null for a place
     * @param name the unit's or the place's
     */
    record Line(SafetyObject object, UnitId unit, String name, SafetyResult result) {}

    /** A line as it stands in the register. */
    record Entry(SafetyDecision decision, Line line) {}

    /**
     * Writes the decision about one file and ends it.
     *
     * @return false when the unit has a result of the year already; nothing is written then
     */
    boolean recordOf(SafetyFile file, SafetyDecision decision, SafetyResult result, Actor actor) {
        if (!decided(decision.kind(), decision.year(), List.of(file.unit())).isEmpty()) {
            return false;
        }
        var name = units.find(file.unit()).map(Unit::name).orElse("");
        write(file.unit(), decision, List.of(new Line(file.workplace(), file.unit(), name, result)), actor);
        end(file, decision, result, actor);
        return true;
    }

    /** Ends a file with its result and tells the unit. */
    void end(SafetyFile file, SafetyDecision decision, SafetyResult result, Actor actor) {
        rows.end(file.id(), result == SafetyResult.PASSED ? State.RECOGNISED : State.NOT_RECOGNISED);
        notices.decided(file, decision, result, actor);
    }

    /** Writes a decision with its lines; the caller has made sure that none of the units has a result. */
    long write(UnitId enteredFor, SafetyDecision decision, List<Line> lines, Actor actor) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into safety_decision (kind, year_no, unit_id, decision_number, decided_on, issuer, entered_by, entered_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(decision.kind().name(), decision.year(), enteredFor.value(), decision.number())
                .params(decision.decidedOn(), decision.issuer(), actor.id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = key.getKeyAs(Number.class).longValue();
        for (var line : lines) {
            jdbc.sql("insert into safety_result (decision_id, kind, year_no, object, unit_id, name, result)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            decision.kind().name(),
                            decision.year(),
                            line.object().name())
                    .params(
                            line.unit() == null ? null : line.unit().value(),
                            line.name(),
                            line.result().name())
                    .update();
        }
        audit.record(
                "safety-decision.entered",
                actor,
                "safety-decision:" + id,
                enteredFor,
                Map.of("kind", decision.kind().name(), "year", decision.year(), "lines", lines.size()),
                Map.of());
        return id;
    }

    /** Those of these units that have a result of this kind for the year. */
    Set<UnitId> decided(SafetyDecision.Kind kind, int year, Collection<UnitId> of) {
        if (of.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select unit_id from safety_result where kind = :kind and year_no = :year and unit_id in (:units)")
                .param("kind", kind.name())
                .param("year", year)
                .param("units", of.stream().map(UnitId::value).toList())
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The results of one kind and year of a branch, by name of the unit; places that its units entered too. */
    List<Entry> of(UnitId branch, SafetyDecision.Kind kind, int year, int limit) {
        return jdbc.sql("select d.*, r.object, r.unit_id as about, r.name, r.result from safety_result r"
                        + " join safety_decision d on d.id = r.decision_id"
                        + " join unit_closure w on w.descendant_id = coalesce(r.unit_id, d.unit_id) and w.ancestor_id = :branch"
                        + " where r.kind = :kind and r.year_no = :year order by r.name, r.id limit " + limit)
                .param("branch", branch.value())
                .param("kind", kind.name())
                .param("year", year)
                .query((row, n) -> new Entry(
                        new SafetyDecision(
                                kind,
                                year,
                                row.getString("decision_number"),
                                row.getObject("decided_on", LocalDate.class),
                                row.getString("issuer")),
                        new Line(
                                SafetyObject.valueOf(row.getString("object")),
                                row.getObject("about") == null ? null : UnitId.of(row.getLong("about")),
                                row.getString("name"),
                                SafetyResult.valueOf(row.getString("result")))))
                .list();
    }
}
