package vn.lantoa.reporting.consolidation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.consolidation.Consolidations.Child;
import vn.lantoa.reporting.consolidation.Consolidations.Member;
import vn.lantoa.reporting.consolidation.Consolidations.Part;

/** The direct subordinates of a report: how each stands to the sum, and what each puts into it. */
@Component
class Members {

    private static final String ALL = "select c.id, c.unit_id, c.state, c.accepted_revision, s.revision, s.accepted,"
            + " exists (select 1 from report g where g.parent_id = c.unit_id and g.period = c.period) as further"
            + " from report c left join (%s) s on s.child_report_id = c.id where" + Sources.BELOW;

    private final JdbcClient jdbc;
    private final Sayings sayings;
    private final RollUps rollUps;
    private final Units units;
    private final Access access;
    private final Clock clock;

    Members(JdbcClient jdbc, Sayings sayings, RollUps rollUps, Units units, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.sayings = sayings;
        this.rollUps = rollUps;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** In the order of the units' names. */
    List<Member> of(Actor actor, Report report, Sources sources) {
        var rows = jdbc.sql(ALL.formatted(sources.sql()))
                .params(sources.params())
                .query((row, n) -> row(row))
                .list();
        var names = units.namesOf(rows.stream().map(Member::unit).toList());
        // Who reads the report reads those below it; a unit that has moved away since is asked about.
        var stillBelow = units.subordinatesOf(report.unit(), LocalDate.now(clock)).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> named(row, names, visible(actor, row.unit(), stillBelow)))
                .sorted(Comparator.comparing(member -> VietnameseText.sortKey(member.name())))
                .toList();
    }

    /** What each puts into one figure. */
    List<Child> say(
            List<Member> members,
            Sources sources,
            String key,
            Optional<Takings.Taking> taking,
            List<Indicator> indicators) {
        var said = sayings.of(sources, key, taking, indicators);
        var approvals = sayings.approvals(sources);
        return members.stream()
                .map(member -> {
                    var one = said.getOrDefault(member.report().value(), Sayings.Said.NOTHING);
                    var approved = approvals.get(member.report().value());
                    return new Child(
                            member,
                            one.figure(),
                            one.carried(),
                            one.since(),
                            approved == null ? null : approved.by(),
                            approved == null ? null : approved.at());
                })
                .toList();
    }

    /** Everything each report of the sum says. */
    Map<Long, Map<String, Figure>> all(Sources sources) {
        return sayings.all(sources);
    }

    /** The ratio of each, recomputed from what was added of its terms. */
    List<Child> ratios(
            List<Member> members,
            Sources sources,
            Indicator ratio,
            Optional<Takings.Taking> taking,
            List<Indicator> indicators) {
        var terms = Ratios.terms(ratio);
        var numerators = new HashMap<Member, Child>();
        say(members, sources, terms[0], taking, indicators).forEach(child -> numerators.put(child.member(), child));
        return say(members, sources, terms[1], taking, indicators).stream()
                .map(denominator -> {
                    var numerator = numerators.get(denominator.member());
                    var restated = numerator.since() != null || denominator.since() != null;
                    return new Child(
                            denominator.member(),
                            Ratios.of(numerator.figure(), denominator.figure()),
                            false,
                            restated
                                    ? Ratios.of(
                                            numerator.since() == null ? numerator.figure() : numerator.since(),
                                            denominator.since() == null ? denominator.figure() : denominator.since())
                                    : null,
                            denominator.approvedBy(),
                            denominator.approvedAt());
                })
                .toList();
    }

    /** The figure whose holders an indicator counts; empty for one that is added. */
    Optional<String> counted(Report report, String code) {
        return Optional.ofNullable(rollUps.counted(report).get(code));
    }

    private boolean visible(Actor actor, UnitId unit, Set<UnitId> stillBelow) {
        return stillBelow.contains(unit) || access.may(actor, Right.SEE_REPORT, unit);
    }

    private static Member named(Member row, Map<UnitId, String> names, boolean visible) {
        return new Member(
                row.report(),
                row.unit(),
                names.getOrDefault(row.unit(), ""),
                row.state(),
                row.part(),
                row.revision(),
                row.restated(),
                visible,
                row.opensFurther());
    }

    private static Member row(ResultSet row) throws SQLException {
        var state = ReportState.valueOf(row.getString("state"));
        var accepted = row.getInt("accepted_revision");
        var revision = row.getInt("revision");
        var part = accepted > 0 ? Part.AFTER : state == ReportState.SENT ? Part.AWAITING : Part.MISSING;
        if (revision > 0) {
            part = row.getBoolean("accepted") ? Part.ACCEPTED : Part.INCLUDED;
        }
        return new Member(
                ReportId.of(row.getLong("id")),
                UnitId.of(row.getLong("unit_id")),
                "",
                state,
                part,
                revision,
                revision > 0 && accepted > revision,
                false,
                row.getBoolean("further"));
    }
}
