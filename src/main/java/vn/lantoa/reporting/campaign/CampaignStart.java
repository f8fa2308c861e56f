package vn.lantoa.reporting.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportBatch;
import vn.lantoa.reporting.ReportBatch.Frame;
import vn.lantoa.reporting.ReportingPeriod;

/** Starts a campaign after every reason against it was looked for; one at a time, whatever node asks. */
@Component
class CampaignStart {

    private final CampaignRows rows;
    private final CampaignUnits members;
    private final ReportBatch reports;
    private final CampaignStory story;
    private final Processes processes;
    private final Units units;
    private final WorkingDays workingDays;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CampaignStart(
            CampaignRows rows,
            CampaignUnits members,
            ReportBatch reports,
            CampaignStory story,
            Processes processes,
            Units units,
            WorkingDays workingDays,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.reports = reports;
        this.story = story;
        this.processes = processes;
        this.units = units;
        this.workingDays = workingDays;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Starts it.
     *
     * @param actor who opens it, null for the season; the season opens late too, as long as one level's date is still ahead
     */
    CampaignOutcome start(UnitId root, ReportingPeriod period, Actor actor) {
        try {
            return transaction.execute(status -> started(units.find(root).orElseThrow(), period, actor));
        } catch (DuplicateKeyException quicker) {
            return CampaignOutcome.Conflict.of("campaign.conflict.opened-twice");
        } catch (ConcurrencyFailureException held) {
            return CampaignOutcome.Conflict.of("campaign.conflict.being-opened");
        }
    }

    private CampaignOutcome started(Unit root, ReportingPeriod period, Actor actor) {
        rows.holdOpenings();
        if (rows.find(root.id(), period).isPresent()) {
            return CampaignOutcome.Conflict.of("campaign.conflict.opened-twice");
        }
        var other = members.overlapping(root.id(), period);
        if (!other.isEmpty()) {
            return CampaignOutcome.Conflict.of(
                    "campaign.conflict.overlaps",
                    units.find(other.get(0).root()).map(Unit::name).orElse(""));
        }
        var today = LocalDate.now(clock);
        var levels = members.levels(root.id(), today);
        if (levels.values().stream().mapToLong(Long::longValue).sum() <= 1) {
            return CampaignOutcome.Refused.at("unit", "campaign.refused.empty-branch", root.name());
        }
        var frame = reports.frame(period, levels.keySet(), today);
        if (frame.isEmpty()) {
            return CampaignOutcome.Refused.at("period", "report.refused.period");
        }
        return refused(root, levels, frame.get(), actor == null, today)
                .orElseGet(() -> begun(root, frame.get(), actor, today));
    }

    private Optional<CampaignOutcome> refused(
            Unit root, Map<Integer, Long> levels, Frame frame, boolean lateToo, LocalDate today) {
        LocalDate above = null;
        var ahead = false;
        for (var level : levels.keySet().stream().sorted().toList()) {
            var due = frame.dues().get(level);
            if (due == null) {
                return Optional.of(CampaignOutcome.Refused.at("period", "campaign.refused.no-deadline", level));
            }
            var last = due.onDayOff().equals("ROLL") ? workingDays.firstOnOrAfter(due.lastDay()) : due.lastDay();
            if (above != null && due.lastDay().isAfter(above)) {
                return Optional.of(CampaignOutcome.Refused.at(
                        "period",
                        "campaign.refused.dates-out-of-order",
                        level,
                        Days.words(due.lastDay()),
                        Days.words(above)));
            }
            above = due.lastDay();
            var own = level == root.level() && root.parent().isEmpty();
            if (last.isBefore(today) && !lateToo && !own) {
                return Optional.of(CampaignOutcome.Refused.at(
                        "period", "campaign.refused.date-past", level, Days.words(due.lastDay())));
            }
            ahead = ahead || !own && !last.isBefore(today);
        }
        return ahead
                ? Optional.empty()
                : Optional.of(CampaignOutcome.Refused.at("period", "campaign.refused.all-past"));
    }

    private CampaignOutcome begun(Unit root, Frame frame, Actor actor, LocalDate today) {
        var owner = root.parent().orElse(root.id());
        var id = rows.insert(root.id(), owner, frame, today, actor == null ? null : actor.id());
        processes.startByMessage(CampaignNames.STARTED, id.dossier(), Map.of());
        story.tell(
                rows.find(id).orElseThrow(),
                actor == null ? "season-opened" : "opened",
                actor,
                Right.OPEN_REPORT,
                null,
                Map.of("period", frame.period().key()));
        return new CampaignOutcome.Done(id);
    }
}
