package vn.lantoa.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Units;

/** Tells what happened to a report: to its history, to the dossier's timeline, to the audit trail. */
@Component
public class ReportStory {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final ReportNotices notices;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    ReportStory(
            JdbcClient jdbc,
            Timeline timeline,
            AuditTrail audit,
            ReportNotices notices,
            Units units,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.audit = audit;
        this.notices = notices;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    /** One act of the history, as the API answers it. */
    record Act(String step, String act, int revision, String reason, LocalDate newDate, PersonId by, Instant at) {}

    /**
     * Who signed.
     *
     * @param capacity null when unsaid, and for approvals before it was kept
     */
    public record Approval(PersonId by, Capacity capacity, boolean standIn) {}

    /**
     * An act beside the steps of the diagram, in all three places.
     *
     * @param act dotted name without its prefix: {@code opened} is message {@code timeline.report.opened}, audit {@code report.opened}
     * @param right by which the actor does it, so that the timeline names the post; null when the house itself acts
     */
    void tell(
            Report report, String act, Actor actor, Right right, String reason, LocalDate newDate, String... details) {
        keep(report, null, Steps.Acting.UNSAID, act, actor, reason, newDate);
        timeline.tell(
                report.id().dossier(),
                "timeline.report." + act,
                actor,
                actor == null ? null : inWords(actor, right),
                report.unit(),
                reason,
                details);
        notices.tell(report, act, actor, details);
        var facts = new HashMap<String, Object>();
        facts.put("period", report.period().key());
        facts.put("revision", report.revision());
        if (newDate != null) {
            facts.put("date", newDate.toString());
        }
        var payload = reason == null
                ? java.util.Map.<String, Object>of()
                : java.util.Map.<String, Object>of("reason", reason);
        audit.record("report." + act, actor, report.id().dossier().toString(), report.unit(), facts, payload);
    }

    /** The outcome of a step; timeline and audit of steps are the task list's. */
    void keep(
            Report report,
            String step,
            Steps.Acting acting,
            String act,
            Actor actor,
            String reason,
            LocalDate newDate) {
        jdbc.sql(
                        """
                        insert into report_submission (report_id, revision, step, act, reason, new_date, acted_by, acted_at,
                        capacity, for_person_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        report.id().value(),
                        report.revision(),
                        step,
                        act,
                        reason,
                        newDate,
                        actor == null ? null : actor.id().value(),
                        Timestamp.from(clock.instant()))
                .params(
                        acting.capacity() == null ? null : acting.capacity().name(),
                        acting.insteadOf() == null ? null : acting.insteadOf().value())
                .update();
    }

    /** Who approved last, as things stood on that day. */
    public Optional<Approval> lastApproval(ReportId report) {
        return jdbc.sql(
                        """
                        select acted_by, capacity, for_person_id from report_submission
                        where report_id = ? and act = ? and acted_by is not null order by id desc limit 1""")
                .params(report.value(), UnitReport.APPROVED)
                .query((row, n) -> new Approval(
                        PersonId.of(row.getLong("acted_by")),
                        row.getString("capacity") == null ? null : Capacity.valueOf(row.getString("capacity")),
                        row.getObject("for_person_id") != null))
                .optional();
    }

    /** Everything that happened, oldest first. */
    List<Act> of(ReportId report) {
        return jdbc.sql("select * from report_submission where report_id = ? order by id")
                .param(report.value())
                .query((row, n) -> new Act(
                        row.getString("step"),
                        row.getString("act"),
                        row.getInt("revision"),
                        row.getString("reason"),
                        row.getObject("new_date", LocalDate.class),
                        row.getObject("acted_by") == null ? null : PersonId.of(row.getLong("acted_by")),
                        row.getTimestamp("acted_at").toInstant()))
                .list();
    }

    /** The date that was named at the last return, and why. */
    Act lastReturn(ReportId report) {
        return jdbc.sql(
                        """
                        select * from report_submission where report_id = ? and step = ? and act = ?
                        order by id desc limit 1""")
                .params(report.value(), UnitReport.ACCEPT, UnitReport.RETURN)
                .query((row, n) -> new Act(
                        row.getString("step"),
                        row.getString("act"),
                        row.getInt("revision"),
                        row.getString("reason"),
                        row.getObject("new_date", LocalDate.class),
                        PersonId.of(row.getLong("acted_by")),
                        row.getTimestamp("acted_at").toInstant()))
                .single();
    }

    /** Post and unit for which the actor has this right, as timelines name them. */
    String inWords(Actor actor, Right right) {
        return actor.holdings().stream()
                .filter(holding -> right.posts().contains(holding.post()))
                .findFirst()
                .map(this::inWords)
                .orElse(null);
    }

    private String inWords(Holding holding) {
        var post = messages.getMessage(
                "post." + holding.post().code(), null, holding.post().code(), VIETNAMESE);
        return post + ", " + units.find(holding.unit()).orElseThrow().name();
    }
}
