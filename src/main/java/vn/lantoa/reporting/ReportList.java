package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The reports of a person's branch, newest period first. */
@Component
public class ReportList {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Units units;
    private final Access access;
    private final Targets targets;
    private final Statements statements;
    private final Clock clock;

    ReportList(JdbcClient jdbc, Units units, Access access, Targets targets, Statements statements, Clock clock) {
        this.targets = targets;
        this.statements = statements;
        this.jdbc = jdbc;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What to leave out; each part may be null.
     *
     * @param timeliness name of a {@code Timeliness.Status}, or MISSING for what is overdue and was never sent
     */
    public record Filter(ReportingPeriod period, ReportState state, String timeliness, UnitId unit) {}

    /**
     * One line of the list.
     *
     * @param targets null when the unit has none for the year
     */
    public record Line(Report report, String unit, Targets.Reached targets) {

        public boolean overdue(LocalDate today) {
            return report.sent().isEmpty() && report.unitDue().isBefore(today);
        }
    }

    /**
     * One page.
     *
     * @param after the place the last page named, null at the start
     * @throws vn.lantoa.organization.NotAllowed when no post of the person reads reports
     */
    public Page<Line> of(Actor actor, Filter filter, String after) {
        access.require(actor, Right.SEE_REPORT);
        var branches = actor.branchIds(Right.SEE_REPORT);
        var params = new HashMap<String, Object>(Map.of("branches", branches));
        var sql = new StringBuilder(
                """
                select r.* from report r where exists (select 1 from unit_closure c
                where c.descendant_id = r.unit_id and c.ancestor_id in (:branches))""");
        narrow(filter, sql, params);
        place(after, sql, params);
        var found = jdbc.sql(sql + " order by r.period_to desc, r.id desc limit " + (PAGE + 1))
                .params(params)
                .query(Report::read)
                .list();
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var names = units.namesOf(shown.stream().map(Report::unit).collect(Collectors.toSet()));
        var reached = targets.reached(shown, statements);
        return new Page<>(
                shown.stream()
                        .map(report -> new Line(report, names.get(report.unit()), reached.get(report.id())))
                        .toList(),
                found.size() > PAGE ? placeOf(shown.get(PAGE - 1)) : null);
    }

    /** The units for which this person may open a report: the direct subordinates of where the person is an officer, and a root itself. */
    public List<Unit> openable(Actor actor) {
        return actor.unitsAs(Post.OFFICER).stream()
                .sorted()
                .flatMap(unit -> Stream.concat(
                        units.find(unit).filter(own -> own.parent().isEmpty()).stream(),
                        units.subordinatesOf(unit, LocalDate.now(clock)).stream()))
                .toList();
    }

    private void narrow(Filter filter, StringBuilder sql, Map<String, Object> params) {
        if (filter.period() != null) {
            sql.append(" and r.period = :period");
            params.put("period", filter.period().key());
        }
        if (filter.state() != null) {
            sql.append(" and r.state = :state");
            params.put("state", filter.state().name());
        }
        if (filter.unit() != null) {
            sql.append(
                    " and exists (select 1 from unit_closure u where u.descendant_id = r.unit_id and u.ancestor_id = :unit)");
            params.put("unit", filter.unit().value());
        }
        if ("MISSING".equals(filter.timeliness())) {
            sql.append(" and r.first_sent_at is null and coalesce(r.extended_until, r.due) < :today");
            params.put("today", LocalDate.now(clock));
        } else if (filter.timeliness() != null) {
            sql.append(" and r.timeliness = :timeliness");
            params.put("timeliness", filter.timeliness());
        }
    }

    private static String placeOf(Report report) {
        return report.to() + "_" + report.id();
    }

    private static void place(String after, StringBuilder sql, Map<String, Object> params) {
        if (after != null && after.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}")) {
            sql.append(" and (r.period_to < :end or r.period_to = :end and r.id < :last)");
            params.put("end", LocalDate.parse(after.substring(0, 10)));
            params.put("last", Long.parseLong(after.substring(11)));
        }
    }
}
