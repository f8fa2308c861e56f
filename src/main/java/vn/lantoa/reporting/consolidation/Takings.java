package vn.lantoa.reporting.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.SubordinateSums.Basis;
import vn.lantoa.reporting.SubordinateSums.Total;

/** The rows of what reports took from their subordinates: which reports, in which revision, adding up to what. */
@Component
class Takings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Carrying carrying;
    private final Clock clock;

    Takings(JdbcClient jdbc, JdbcTemplate batches, Carrying carrying, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.carrying = carrying;
        this.clock = clock;
    }

    /** How many reports there are below one, and how they stand. */
    record Counts(int expected, int accepted, int included, int awaiting) {

        Basis basis(Map<String, Total> totals) {
            return new Basis(expected, accepted, included, awaiting, totals);
        }
    }

    /** One taking; {@code frozenAt} null until the unit's own report was accepted on it. */
    record Taking(long id, int revision, Instant takenAt, Instant frozenAt, Counts counts) {

        Basis basis(Map<String, Total> totals) {
            return counts.basis(totals);
        }
    }

    Counts counts(Report report) {
        return jdbc.sql("select count(*) as expected, count(c.accepted_revision) as accepted,"
                        + " coalesce(sum(case when c.state = 'SENT' and c.accepted_revision is null then 1 else 0 end), 0) as sent,"
                        + " coalesce(sum(case when c.state = 'SENT' and c.accepted_revision is null and"
                        + Sources.CHOSEN
                        + "then 1 else 0 end), 0) as included from report c where" + Sources.BELOW)
                .params(Sources.params(report))
                .query((row, n) -> new Counts(
                        row.getInt("expected"),
                        row.getInt("accepted"),
                        row.getInt("included"),
                        row.getInt("sent") - row.getInt("included")))
                .single();
    }

    /** What the report's present revision stands on. */
    Optional<Taking> of(Report report) {
        return jdbc.sql(
                        """
                        select t.*, (select count(*) from consolidation_source s where s.consolidation_id = t.id and s.accepted = true)
                         as accepted, (select count(*) from consolidation_source s where s.consolidation_id = t.id and s.accepted = false)
                         as included
                        from consolidation t where t.report_id = ? and t.revision <= ? order by t.revision desc limit 1""")
                .params(report.id().value(), report.revision())
                .query((row, n) -> new Taking(
                        row.getLong("id"),
                        row.getInt("revision"),
                        row.getTimestamp("taken_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("frozen_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        new Counts(row.getInt("expected"), row.getInt("accepted"), row.getInt("included"), 0)))
                .optional();
    }

    Map<String, Total> totals(long consolidation) {
        var totals = new LinkedHashMap<String, Total>();
        jdbc.sql("select * from consolidation_value where consolidation_id = ?")
                .param(consolidation)
                .query(row -> {
                    totals.put(
                            Adding.key(row.getString("code"), row.getString("dimension")),
                            new Total(
                                    row.getBigDecimal("amount"),
                                    row.getBigDecimal("most"),
                                    Qualifier.valueOf(row.getString("qualifier")),
                                    row.getInt("stated"),
                                    row.getInt("not_stated"),
                                    row.getInt("pending"),
                                    row.getInt("carried")));
                });
        return totals;
    }

    long open(Report report, int revision, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into consolidation (report_id, revision, expected, taken_by, taken_at) values (?, ?, ?, ?, ?)")
                .params(
                        report.id().value(),
                        revision,
                        counts(report).expected(),
                        by == null ? null : by.value(),
                        Timestamp.from(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void keepSources(long consolidation, Report report) {
        var now = Sources.now(report);
        jdbc.sql("insert into consolidation_source (consolidation_id, child_report_id, revision, accepted) select "
                        + consolidation + ", s.child_report_id, s.revision, s.accepted from (" + now.sql() + ") s")
                .params(now.params())
                .update();
    }

    void keepCarried(long consolidation, Sources sources, List<String> latest) {
        carrying.keep(consolidation, sources, latest);
    }

    void keepTotals(long consolidation, Map<String, Total> totals) {
        batches.batchUpdate(
                """
                insert into consolidation_value (consolidation_id, code, dimension, amount, most, qualifier, stated, not_stated,
                pending, carried) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                totals.entrySet().stream()
                        .map(entry -> new Object[] {
                            consolidation,
                            code(entry.getKey()),
                            dimension(entry.getKey()),
                            entry.getValue().amount(),
                            entry.getValue().most(),
                            entry.getValue().qualifier().name(),
                            entry.getValue().stated(),
                            entry.getValue().notStated(),
                            entry.getValue().pending(),
                            entry.getValue().carried()
                        })
                        .toList());
    }

    /** The first acceptance on it counts. */
    void freeze(long consolidation) {
        jdbc.sql("update consolidation set frozen_at = ? where id = ? and frozen_at is null")
                .params(Timestamp.from(clock.instant()), consolidation)
                .update();
    }

    static String code(String key) {
        var dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    static String dimension(String key) {
        var dot = key.indexOf('.');
        return dot < 0 ? "" : key.substring(dot + 1);
    }
}
