package vn.lantoa.reporting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.DuesChanged;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** More time for many reports by one act of a named authority: each dossier tells it; audit and notices are one line of who asks for it. */
@Component
public class BranchExtension {

    private static final int HANDFUL = 1_000;

    private final ReportStory story;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    BranchExtension(
            ReportStory story, Timeline timeline, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.story = story;
        this.timeline = timeline;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Gives each of these reports the same new last day; what was sent in the meantime keeps its own. A few statements for each thousand
     * reports, whatever lies below.
     *
     * @param branch name of the unit at the top of the branch
     * @param reason with the authority's document
     * @return how many got it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int extend(Actor actor, List<ReportId> reports, LocalDate until, String branch, String reason) {
        var ids = reports.stream().map(ReportId::value).sorted().toList();
        var as = story.inWords(actor, Right.EXTEND_REPORT);
        var changed = new HashSet<DossierKey>();
        for (var start = 0; start < ids.size(); start += HANDFUL) {
            var held = hold(ids.subList(start, Math.min(start + HANDFUL, ids.size())));
            if (!held.isEmpty()) {
                write(actor, held, until, reason);
                var dossiers = held.stream()
                        .collect(Collectors.toMap(report -> report.id().dossier(), Report::unit));
                timeline.noteAll(
                        dossiers, "timeline.report.extended-branch", actor, as, reason, ReportWords.day(until), branch);
                changed.addAll(dossiers.keySet());
            }
        }
        events.publishEvent(new DuesChanged(changed));
        return changed.size();
    }

    /** Those that were not sent, held until the transaction ends. */
    private List<Report> hold(List<Long> ids) {
        return jdbc
                .sql("select * from report where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(Report::read)
                .list()
                .stream()
                .filter(report -> report.sent().isEmpty())
                .toList();
    }

    private void write(Actor actor, List<Report> held, LocalDate until, String reason) {
        var ids = held.stream().map(report -> report.id().value()).toList();
        jdbc.sql(
                        """
                        update report set extended_until = :until, extension_reason = :reason, extended_by = :by
                        where id in (:ids)""")
                .param("until", until)
                .param("reason", reason)
                .param("by", actor.id().value())
                .param("ids", ids)
                .update();
        jdbc.sql(
                        """
                        insert into report_submission (report_id, revision, act, reason, new_date, acted_by, acted_at)
                        select id, revision, 'extended', cast(:reason as varchar(2000)), cast(:until as date),
                        cast(:by as bigint), cast(:at as timestamp(3) with time zone) from report where id in (:ids)""")
                .param("until", until)
                .param("reason", reason)
                .param("by", actor.id().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .update();
    }
}
