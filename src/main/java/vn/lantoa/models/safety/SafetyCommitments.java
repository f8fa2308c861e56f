package vn.lantoa.models.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Signed commitments (ký cam kết) of a unit, as counts of a day. What was wrong stays beside what holds in its place. */
@Component
public class SafetyCommitments {

    private static final int MOST = 10_000_000;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final SafetyRules rules;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    SafetyCommitments(JdbcClient jdbc, SafetyRules rules, Access access, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One count.
     *
     * @param year the year it counts for, by the window of assessment
     * @param people who signed
     * @param units that signed as a whole: groups, workshops, boarding houses
     * @param correctedBy the count that holds in its place, null while this one holds
     * @param reason why it corrects another, null for a first count
     */
    public record Commitment(
            long id,
            UnitId unit,
            int year,
            LocalDate countedOn,
            int people,
            int units,
            Long correctedBy,
            String reason) {}

    /** What is counted. */
    public record Entry(LocalDate countedOn, Integer people, Integer units) {}

    /** Enters a count for the own unit. */
    @Transactional
    public SafetyOutcome enter(Actor actor, UnitId unit, Entry entry) {
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, unit);
        var refused = against(entry);
        return refused == null ? new SafetyOutcome.Done(insert(actor, unit, entry, null)) : refused;
    }

    /**
     * Puts another count in the place of one that holds; the old one stays to be read.
     *
     * @throws NotVisible when there is none for the person
     */
    @Transactional
    public SafetyOutcome correct(Actor actor, long id, Entry entry, String reason) {
        var old = jdbc.sql("select * from safety_commitment where id = ? for update")
                .param(id)
                .query(SafetyCommitments::read)
                .optional()
                .orElseThrow(() -> new NotVisible("commitment " + id));
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, old.unit());
        if (old.correctedBy() != null) {
            return SafetyOutcome.Refused.taken("reason", "safety.commitment.refused.corrected");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return SafetyOutcome.Refused.at("reason", "safety.commitment.refused.reason");
        }
        var refused = against(entry);
        if (refused != null) {
            return refused;
        }
        var next = insert(actor, old.unit(), entry, reason.strip());
        jdbc.sql("update safety_commitment set corrected_by = ? where id = ?")
                .params(next, id)
                .update();
        return new SafetyOutcome.Done(next);
    }

    /**
     * The counts of a unit for a year, those corrected too, the oldest first.
     *
     * @throws NotVisible when the person does not see the unit's models
     */
    public List<Commitment> of(Actor actor, UnitId unit, int year) {
        if (!access.may(actor, Right.SEE_MODEL, unit)) {
            throw new NotVisible("commitments of unit " + unit);
        }
        return jdbc.sql("select * from safety_commitment where unit_id = ? and year_no = ? order by counted_on, id")
                .params(unit.value(), year)
                .query(SafetyCommitments::read)
                .list();
    }

    private SafetyOutcome.Refused against(Entry entry) {
        var day = entry.countedOn();
        if (day == null
                || day.isAfter(LocalDate.now(clock))
                || rules.yearOf(SafetyObject.DN, day).isEmpty()) {
            return SafetyOutcome.Refused.at("countedOn", "safety.commitment.refused.day");
        }
        if (!counts(entry.people())) {
            return SafetyOutcome.Refused.at("people", "safety.commitment.refused.count");
        }
        if (!counts(entry.units())) {
            return SafetyOutcome.Refused.at("units", "safety.commitment.refused.count");
        }
        return entry.people() + entry.units() == 0
                ? SafetyOutcome.Refused.at("people", "safety.commitment.refused.nothing")
                : null;
    }

    private static boolean counts(Integer number) {
        return number != null && number >= 0 && number <= MOST;
    }

    private long insert(Actor actor, UnitId unit, Entry entry, String reason) {
        var year = rules.yearOf(SafetyObject.DN, entry.countedOn()).orElseThrow();
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into safety_commitment (unit_id, year_no, counted_on, people, units, reason, entered_by, entered_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(unit.value(), year, entry.countedOn(), entry.people(), entry.units(), reason)
                .params(actor.id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = key.getKeyAs(Number.class).longValue();
        audit.record(
                "safety-commitment.entered",
                actor,
                "safety-commitment:" + id,
                unit,
                Map.of("people", entry.people(), "units", entry.units(), "correction", reason != null),
                Map.of());
        return id;
    }

    private static Commitment read(ResultSet row, int n) throws SQLException {
        return new Commitment(
                row.getLong("id"),
                UnitId.of(row.getLong("unit_id")),
                row.getInt("year_no"),
                row.getObject("counted_on", LocalDate.class),
                row.getInt("people"),
                row.getInt("units"),
                row.getObject("corrected_by", Long.class),
                row.getString("reason"));
    }
}
