package vn.lantoa.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** More time for many reports by one act of a named authority: each dossier tells it; audit and notices are one line of who asks for it. */
@Component
public class BranchExtension {

    private final ReportRows rows;
    private final ReportStory story;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    BranchExtension(ReportRows rows, ReportStory story, Timeline timeline, ApplicationEventPublisher events) {
        this.rows = rows;
        this.story = story;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Gives each of these reports the same new last day; what was sent in the meantime keeps its own.
     *
     * @param branch name of the unit at the top of the branch
     * @param reason with the authority's document
     * @return how many got it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int extend(Actor actor, Collection<ReportId> reports, LocalDate until, String branch, String reason) {
        var as = story.inWords(actor, Right.EXTEND_REPORT);
        var extended = 0;
        for (var id :
                reports.stream().sorted(Comparator.comparing(ReportId::value)).toList()) {
            var report = rows.lock(id);
            if (report.sent().isEmpty()) {
                rows.extend(id, until, reason, actor.id());
                story.keep(report, null, Steps.Acting.UNSAID, "extended", actor, reason, until);
                timeline.tell(
                        id.dossier(),
                        "timeline.report.extended-branch",
                        actor,
                        as,
                        report.unit(),
                        reason,
                        ReportWords.day(until),
                        branch);
                events.publishEvent(new DossierChanged(id.dossier()));
                extended++;
            }
        }
        return extended;
    }
}
