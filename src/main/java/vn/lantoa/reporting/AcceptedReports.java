package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Accepted reports leave this installation and come into it whole; rights are asked by whoever sends and takes them. */
@Component
public class AcceptedReports {

    private static final String OF_BRANCH =
            """
            select r.*, u.code, u.name, p.code as superior from report r
            join unit_closure c on c.descendant_id = r.unit_id and c.ancestor_id = :branch
            join unit u on u.id = r.unit_id left join unit p on p.id = r.parent_id
            where r.period = :period and r.state in ('ACCEPTED', 'SENT_OUTSIDE') and r.first_sent_at is not null
            and r.unit_id not in (select unit_id from practice_unit) order by r.level_no, r.id""";

    private final ReportRows rows;
    private final Statements statements;
    private final IndicatorCatalogue catalogue;
    private final ArrivingReports arriving;
    private final ReportStory story;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    AcceptedReports(
            ReportRows rows,
            Statements statements,
            IndicatorCatalogue catalogue,
            ArrivingReports arriving,
            ReportStory story,
            Units units,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.statements = statements;
        this.catalogue = catalogue;
        this.arriving = arriving;
        this.story = story;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A report, its unit's code and name, and its superior's code, null for none. */
    private record Placed(Report report, String unit, String name, String superior) {}

    /** The accepted reports of a branch for one period, superiors first; its own counts when it was sent outside. */
    @Transactional(readOnly = true)
    public List<AcceptedReport> of(UnitId branch, ReportingPeriod period) {
        return jdbc
                .sql(OF_BRANCH)
                .param("branch", branch.value())
                .param("period", period.key())
                .query((row, n) -> new Placed(
                        Report.read(row, n), row.getString("code"), row.getString("name"), row.getString("superior")))
                .list()
                .stream()
                .map(this::outward)
                .toList();
    }

    /**
     * Writes it as an accepted report, with the dates and the timeliness it brings.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the unit has a report for the period
     */
    @Transactional
    public ReportId admit(Actor actor, Unit unit, AcceptedReport incoming) {
        var today = LocalDate.now(clock);
        var id = rows.insert(
                unit.id(),
                ReportingPeriod.parse(incoming.period()).orElseThrow(),
                new ReportRules.Span(incoming.from(), incoming.to()),
                Optional.ofNullable(incoming.superior())
                        .flatMap(units::findByCode)
                        .map(Unit::id)
                        .or(unit::parent)
                        .orElse(null),
                unit.level(),
                units.pathAsText(unit.id()),
                catalogue.freeze(arriving.asked(incoming), today),
                new Deadlines.Due(incoming.due(), incoming.onDayOff()),
                actor.id(),
                clock.instant());
        statements.add(id, 1, Statements.Cause.SUBMITTED, statement(incoming), actor.id());
        rows.revise(id, 1);
        rows.firstSent(
                id,
                incoming.sentAt(),
                new Timeliness(Timeliness.Status.valueOf(incoming.timeliness()), incoming.daysLate()));
        rows.sent(id, incoming.sentAt());
        rows.accepted(id, incoming.enteredBySuperior(), incoming.acceptedAt());
        var report = rows.find(id).orElseThrow();
        story.keep(report, null, Steps.Acting.UNSAID, "sent", null, null, null);
        story.keep(report, null, Steps.Acting.UNSAID, "locked", null, null, null);
        story.tell(report, "admitted", actor, Right.OPEN_REPORT, null, null);
        return id;
    }

    private AcceptedReport outward(Placed placed) {
        var report = placed.report();
        var said = statements.lastSaid(report);
        return new AcceptedReport(
                placed.unit(),
                placed.name(),
                placed.superior(),
                report.period().key(),
                report.from(),
                report.to(),
                report.due().lastDay(),
                report.due().onDayOff(),
                report.firstSentAt(),
                report.timeliness().status().name(),
                report.timeliness().daysLate(),
                report.lastSentAt() == null ? report.firstSentAt() : report.lastSentAt(),
                report.enteredBySuperior(),
                said.figures().asAnswers(),
                said.texts().entrySet().stream()
                        .filter(text -> !text.getValue().content().isEmpty())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, text -> text.getValue().content(), (a, b) -> a, LinkedHashMap::new)),
                said.proposals().stream()
                        .map(one -> new AcceptedReport.Matter(
                                one.matter(),
                                one.addressee().name(),
                                one.sources().stream()
                                        .map(this::code)
                                        .filter(Objects::nonNull)
                                        .toList()))
                        .toList());
    }

    private String code(UnitId unit) {
        return units.find(unit).map(Unit::code).orElse(null);
    }

    private Statements.Statement statement(AcceptedReport incoming) {
        var texts = new LinkedHashMap<String, Statements.Text>();
        incoming.texts().forEach((key, content) -> {
            if (Reports.TEXTS.contains(key)) {
                texts.put(key, new Statements.Text(content, false));
            }
        });
        var proposals = incoming.proposals().stream()
                .map(one -> new Proposal(
                        one.matter(),
                        Proposal.Addressee.valueOf(one.addressee()),
                        one.from().stream()
                                .flatMap(code -> units.findByCode(code).stream())
                                .map(Unit::id)
                                .toList(),
                        false))
                .toList();
        return new Statements.Statement(arriving.figures(incoming), texts, proposals);
    }
}
