package vn.lantoa.models.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String ENTRY =
            """
            select r.id, r.kind, r.year_no, d.decision_number, d.decided_on, d.issuer, d.unit_id as entered_for, r.object, r.unit_id as about,
             r.name, r.result, r.standing, r.reason from safety_result r join safety_decision d on d.id = r.decision_id""";

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

    /**
     * A line as it stands in the register.
     *
     * @param enteredFor the unit whose officer entered it, and corrects it
     * @param standing whether it counts; another holds in its place when not
     * @param reason why it corrects another, null for a first entry
     */
    record Entry(long id, SafetyDecision decision, Line line, UnitId enteredFor, boolean standing, String reason) {}

    /**
     * Writes the decision about one file and ends it.
     *
     * @return false when the unit has a result of the year already; nothing is written then
     */
    boolean recordOf(SafetyFile file, SafetyDecision decision, SafetyResult result, Actor actor) {
        hold();
        if (!decided(decision.kind(), decision.year(), List.of(file.unit())).isEmpty()) {
            return false;
        }
        var name = units.find(file.unit()).map(Unit::name).orElse("");
        write(file.unit(), decision, List.of(new Line(file.workplace(), file.unit(), name, result)), actor);
        end(file, decision, result, actor);
        return true;
    }

    /** Waits for whoever is writing results, until the transaction ends. Files are held before the register, never after it. */
    void hold() {
        jdbc.sql("select id from safety_register where id = 1 for update")
                .query(Long.class)
                .single();
    }

    /** Ends a file with its result and tells the unit. */
    void end(SafetyFile file, SafetyDecision decision, SafetyResult result, Actor actor) {
        rows.end(file.id(), end(result));
        notices.decided(file, decision, result, actor);
    }

    /** As what a file ends by a result. */
    static State end(SafetyResult result) {
        return result == SafetyResult.PASSED ? State.RECOGNISED : State.NOT_RECOGNISED;
    }

    /** Writes a decision with its lines; the caller has made sure that none of the units has a result. */
    long write(UnitId enteredFor, SafetyDecision decision, List<Line> lines, Actor actor) {
        var id = insert(enteredFor, decision, actor);
        lines.forEach(line -> insert(id, decision, line, null));
        audit.record(
                "safety-decision.entered",
                actor,
                "safety-decision:" + id,
                enteredFor,
                Map.of("kind", decision.kind().name(), "year", decision.year(), "lines", lines.size()),
                Map.of());
        return id;
    }

    /** Finds a line and holds it until the transaction ends. */
    Optional<Entry> lock(long id) {
        return jdbc.sql("select id from safety_result where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .flatMap(held -> jdbc.sql(ENTRY + " where r.id = ?")
                        .param(held)
                        .query(SafetyResults::read)
                        .optional());
    }

    /** Puts another result in the place of one that counts, under the decision that says so; the old one stays to be read. */
    long replace(Entry old, SafetyDecision decision, SafetyResult result, String reason, Actor actor) {
        var by = insert(old.enteredFor(), decision, actor);
        jdbc.sql("update safety_result set standing = null where id = ?")
                .param(old.id())
                .update();
        var line = new Line(old.line().object(), old.line().unit(), old.line().name(), result);
        var next = insert(by, decision, line, reason);
        jdbc.sql("update safety_result set corrected_by = ? where id = ?")
                .params(next, old.id())
                .update();
        return next;
    }

    private long insert(UnitId enteredFor, SafetyDecision decision, Actor actor) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into safety_decision (kind, year_no, unit_id, decision_number, decided_on, issuer, entered_by, entered_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(decision.kind().name(), decision.year(), enteredFor.value(), decision.number())
                .params(decision.decidedOn(), decision.issuer(), actor.id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private long insert(long decisionId, SafetyDecision decision, Line line, String reason) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into safety_result (decision_id, kind, year_no, object, unit_id, name, result, standing, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 1, ?)")
                .params(
                        decisionId,
                        decision.kind().name(),
                        decision.year(),
                        line.object().name())
                .params(
                        line.unit() == null ? null : line.unit().value(),
                        line.name(),
                        line.result().name(),
                        reason)
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** Those of these units that have a result of this kind for the year. */
    Set<UnitId> decided(SafetyDecision.Kind kind, int year, Collection<UnitId> of) {
        if (of.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        "select unit_id from safety_result where kind = :kind and year_no = :year and standing = 1 and unit_id in (:units)")
                .param("kind", kind.name())
                .param("year", year)
                .param("units", of.stream().map(UnitId::value).toList())
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The results of one kind and year of a branch, by name of the unit, those corrected too; places that its units entered. */
    List<Entry> of(UnitId branch, SafetyDecision.Kind kind, int year, int limit) {
        return jdbc.sql(ENTRY
                        + " join unit_closure w on w.descendant_id = coalesce(r.unit_id, d.unit_id) and w.ancestor_id = :branch"
                        + " where r.kind = :kind and r.year_no = :year order by r.name, r.id limit " + limit)
                .param("branch", branch.value())
                .param("kind", kind.name())
                .param("year", year)
                .query(SafetyResults::read)
                .list();
    }

    private static Entry read(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new SafetyDecision(
                        SafetyDecision.Kind.valueOf(row.getString("kind")),
                        row.getInt("year_no"),
                        row.getString("decision_number"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("issuer")),
                new Line(
                        SafetyObject.valueOf(row.getString("object")),
                        row.getObject("about") == null ? null : UnitId.of(row.getLong("about")),
                        row.getString("name"),
                        SafetyResult.valueOf(row.getString("result"))),
                UnitId.of(row.getLong("entered_for")),
                row.getObject("standing") != null,
                row.getString("reason"));
    }
}
