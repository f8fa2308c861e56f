package vn.lantoa.reporting.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.calendar.WrittenDay;
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
     * @param actor who opens it, null for the season; the season opens late too, as long as one level's date is still ahead, and
     *     leaves out the branches that were asked for this period already: nobody is asked twice, nobody forgotten
     */
    CampaignOutcome start(UnitId root, ReportingPeriod period, Actor actor) {
        return once(() -> started(units.find(root).orElseThrow(), period, actor));
    }

    /** Sets one down that is launched later, by hand or by its season; everything that speaks against it is said at once. */
    CampaignOutcome plan(UnitId root, ReportingPeriod period, Actor actor) {
        return once(() -> planned(units.find(root).orElseThrow(), period, actor));
    }

    /** Starts what was planned. */
    CampaignOutcome launch(CampaignId id, Actor actor) {
        return once(() -> {
            rows.holdOpenings();
            var campaign = rows.lock(id);
            return campaign.state() == Campaign.State.PLANNED
                    ? started(units.find(campaign.root()).orElseThrow(), campaign.period(), actor)
                    : CampaignOutcome.Conflict.of("campaign.conflict.opened-twice");
        });
    }

    private CampaignOutcome once(Supplier<CampaignOutcome> act) {
        try {
            return transaction.execute(status -> act.get());
        } catch (DuplicateKeyException quicker) {
            return CampaignOutcome.Conflict.of("campaign.conflict.opened-twice");
        } catch (ConcurrencyFailureException held) {
            return CampaignOutcome.Conflict.of("campaign.conflict.being-opened");
        }
    }

    private CampaignOutcome started(Unit root, ReportingPeriod period, Actor actor) {
        rows.holdOpenings();
        var before = rows.find(root.id(), period);
        if (before.filter(one -> one.state() != Campaign.State.PLANNED).isPresent()) {
            return CampaignOutcome.Conflict.of("campaign.conflict.opened-twice");
        }
        var today = LocalDate.now(clock);
        return checked(root, period, actor == null, today, frame -> begun(root, frame, actor, today, before));
    }

    private CampaignOutcome planned(Unit root, ReportingPeriod period, Actor actor) {
        rows.holdOpenings();
        if (rows.find(root.id(), period).isPresent()) {
            return CampaignOutcome.Conflict.of("campaign.conflict.opened-twice");
        }
        var today = LocalDate.now(clock);
        return checked(root, period, false, today, frame -> {
            var id = rows.insert(root.id(), ownerOf(root), frame, today, actor.id(), Campaign.State.PLANNED);
            tell(id, "planned", actor, frame);
            return new CampaignOutcome.Done(id);
        });
    }

    /** Asks everything that can speak against it, and goes on with what is fixed for its reports. */
    private CampaignOutcome checked(
            Unit root,
            ReportingPeriod period,
            boolean season,
            LocalDate today,
            Function<Frame, CampaignOutcome> onward) {
        var other = members.overlapping(root.id(), period);
        if (!other.isEmpty() && !season) {
            return CampaignOutcome.Conflict.of(
                    "campaign.conflict.overlaps",
                    units.find(other.get(0).root()).map(Unit::name).orElse(""));
        }
        var levels = members.levels(root.id(), today);
        if (levels.values().stream().mapToLong(Long::longValue).sum() <= 1) {
            return CampaignOutcome.Refused.at("unit", "campaign.refused.empty-branch", root.name());
        }
        var frame = reports.frame(period, levels.keySet(), today);
        if (frame.isEmpty()) {
            return CampaignOutcome.Refused.at("period", "report.refused.period");
        }
        return refused(root, levels, frame.get(), season, today).orElseGet(() -> onward.apply(frame.get()));
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
                        WrittenDay.of(due.lastDay()),
                        WrittenDay.of(above)));
            }
            above = due.lastDay();
            var own = level == root.level() && root.parent().isEmpty();
            if (last.isBefore(today) && !lateToo && !own) {
                return Optional.of(CampaignOutcome.Refused.at(
                        "period", "campaign.refused.date-past", level, WrittenDay.of(due.lastDay())));
            }
            ahead = ahead || !own && !last.isBefore(today);
        }
        return ahead
                ? Optional.empty()
                : Optional.of(CampaignOutcome.Refused.at("period", "campaign.refused.all-past"));
    }

    private CampaignOutcome begun(Unit root, Frame frame, Actor actor, LocalDate today, Optional<Campaign> planned) {
        var by = actor == null ? null : actor.id();
        planned.ifPresent(one -> rows.launch(one.id(), frame, today, by));
        var id = planned.map(Campaign::id)
                .orElseGet(() -> rows.insert(root.id(), ownerOf(root), frame, today, by, Campaign.State.OPENING));
        processes.startByMessage(CampaignNames.STARTED, id.dossier(), Map.of());
        tell(id, actor == null ? "season-opened" : "opened", actor, frame);
        return new CampaignOutcome.Done(id);
    }

    private void tell(CampaignId id, String act, Actor actor, Frame frame) {
        Map<String, Object> facts = Map.of("period", frame.period().key());
        story.tell(rows.find(id).orElseThrow(), act, actor, Right.OPEN_REPORT, null, facts);
    }

    private static UnitId ownerOf(Unit root) {
        return root.parent().orElse(root.id());
    }
}
