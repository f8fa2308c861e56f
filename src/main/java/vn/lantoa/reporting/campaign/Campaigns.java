package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportingPeriod;

/** Campaigns: opened by hand, found, followed, closed. */
@Component
public class Campaigns {

    private static final int LONGEST_REASON = 2000;

    private final CampaignRows rows;
    private final CampaignUnits members;
    private final CampaignStart start;
    private final Processes processes;
    private final Units units;
    private final Access access;
    private final JdbcClient jdbc;

    Campaigns(
            CampaignRows rows,
            CampaignUnits members,
            CampaignStart start,
            Processes processes,
            Units units,
            Access access,
            JdbcClient jdbc) {
        this.rows = rows;
        this.members = members;
        this.start = start;
        this.processes = processes;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * How far the opening is.
     *
     * @param expected units whose reports are asked, new ones among them
     * @param exempt units that are not asked
     * @param opened how many of the expected have their report
     * @param troubled chunks that failed and are tried again
     */
    public record Progress(
            Campaign.State state, int expected, int exempt, int opened, int chunks, int done, int troubled) {}

    /**
     * Asks a whole branch: its superior's officer does, or a root's own. The reports are opened behind this answer; {@link #progress} says
     * how far that is.
     *
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    public CampaignOutcome open(Actor actor, UnitId root, ReportingPeriod period) {
        return open(actor, root, Optional.of(period));
    }

    /** The same for a period that was written by hand; rights are asked first, so that a refusal tells strangers nothing. */
    public CampaignOutcome open(Actor actor, UnitId root, Optional<ReportingPeriod> asked) {
        mayOpen(actor, root);
        return asked.map(period -> start.start(root, period, actor))
                .orElseGet(() -> CampaignOutcome.Refused.at("period", "report.refused.period"));
    }

    /**
     * Sets a campaign down to be launched later; for the same people as {@link #open}. With the API these are two acts, the pages do both at
     * once; a season launches what was planned for it.
     *
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    public CampaignOutcome plan(Actor actor, UnitId root, Optional<ReportingPeriod> asked) {
        mayOpen(actor, root);
        return asked.map(period -> start.plan(root, period, actor))
                .orElseGet(() -> CampaignOutcome.Refused.at("period", "report.refused.period"));
    }

    /**
     * Launches what was planned: {@link CampaignOutcome.Conflict} when it was launched already, here or on another node.
     *
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    public CampaignOutcome launch(Actor actor, CampaignId id) {
        mayOpen(actor, find(actor, id).root());
        return start.launch(id, actor);
    }

    private void mayOpen(Actor actor, UnitId root) {
        units.find(root).orElseThrow(() -> new NotVisible("unit " + root));
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, root);
        access.require(actor, Right.SEE_REPORT, Right.OPEN_REPORT, root);
    }

    /**
     * A campaign, for those who read the reports of its root or are asked by it.
     *
     * @throws NotVisible when there is none, or the actor has nothing to do with it
     */
    public Campaign find(Actor actor, CampaignId id) {
        return rows.find(id)
                .filter(campaign -> sees(actor, campaign))
                .orElseThrow(() -> new NotVisible("campaign " + id));
    }

    /** The campaigns that ask this unit, or that it opened, the newest first. */
    public List<Campaign> asking(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_REPORT, Right.SEE_REPORT, unit);
        return rows.asking(unit);
    }

    /** The campaigns of the same period below a unit that ask a branch by itself: this one leaves those units out. */
    public List<Listed> apart(Campaign campaign, UnitId unit) {
        return rows.apart(campaign, unit).stream()
                .map(one -> new Listed(one, units.find(one.root()).orElseThrow().name()))
                .toList();
    }

    /** A campaign in a list, and the unit whose branch it asks. */
    public record Listed(Campaign campaign, String root) {}

    /** The campaigns that ask some unit of the actor's, or that it opened, the newest first. */
    public List<Listed> ofAll(Actor actor) {
        access.require(actor, Right.SEE_REPORT);
        return actor.units().stream()
                .flatMap(unit -> rows.asking(unit).stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(Campaign::to)
                        .thenComparing(one -> one.id().value())
                        .reversed())
                .map(one -> new Listed(one, units.find(one.root()).orElseThrow().name()))
                .toList();
    }

    /** How far the opening is; for the same people as {@link #find}. */
    public Progress progress(Actor actor, CampaignId id) {
        return progress(find(actor, id).id());
    }

    Progress progress(CampaignId id) {
        return jdbc.sql(
                        """
                        select c.state, m.expected, m.exempt, m.opened, k.chunks, k.done, k.troubled from campaign c
                        left join (select campaign_id, sum(case when status in ('EXPECTED', 'NEW') then 1 else 0 end) as expected,
                            sum(case when status = 'EXEMPT' then 1 else 0 end) as exempt,
                            sum(case when status in ('EXPECTED', 'NEW') and report_id is not null then 1 else 0 end) as opened
                            from campaign_unit where campaign_id = :id group by campaign_id) m on m.campaign_id = c.id
                        left join (select campaign_id, count(*) as chunks, sum(case when state = 'DONE' then 1 else 0 end) as done,
                            sum(case when state = 'WAITING' and attempts > 0 then 1 else 0 end) as troubled
                            from campaign_chunk where campaign_id = :id group by campaign_id) k on k.campaign_id = c.id
                        where c.id = :id""")
                .param("id", id.value())
                .query((row, n) -> new Progress(
                        Campaign.State.valueOf(row.getString("state")),
                        row.getInt("expected"),
                        row.getInt("exempt"),
                        row.getInt("opened"),
                        row.getInt("chunks"),
                        row.getInt("done"),
                        row.getInt("troubled")))
                .single();
    }

    /** Whether the campaign asks this unit, or knows it as exempt. */
    public boolean asks(CampaignId campaign, UnitId unit) {
        return members.asks(campaign, unit);
    }

    /** The day by which it should be done: the root's own, where its superior asks it; else that of the level below. */
    public LocalDate due(Campaign campaign) {
        var root = units.find(campaign.root()).orElseThrow();
        return rows.frame(campaign).dues().entrySet().stream()
                .filter(level -> level.getKey() != root.level() || root.parent().isPresent())
                .map(level -> level.getValue().lastDay())
                .max(LocalDate::compareTo)
                .orElse(campaign.referenceDate());
    }

    /** Whether the actor may close this campaign: the leader of the unit that opened it. */
    public boolean mayClose(Actor actor, Campaign campaign) {
        return access.may(actor, Right.EXTEND_REPORT, campaign.root());
    }

    /**
     * What stands in the way of a closing: how many have sent nothing.
     *
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed} for anybody but the leader of the unit that opened it
     */
    public int gaps(Actor actor, CampaignId id) {
        access.require(
                actor, Right.SEE_REPORT, Right.EXTEND_REPORT, find(actor, id).root());
        return members.missing(id);
    }

    /**
     * Closes it, by the leader of the unit that opened it ("Chốt đợt báo cáo"); while reports are missing only with a reason
     * ("chốt khi còn thiếu").
     *
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    @Transactional
    public CampaignOutcome close(Actor actor, CampaignId id, String reason) {
        find(actor, id);
        var campaign = rows.lock(id);
        access.require(actor, Right.SEE_REPORT, Right.EXTEND_REPORT, campaign.root());
        if (campaign.state() != Campaign.State.OPEN) {
            return CampaignOutcome.Conflict.of("campaign.conflict.not-open." + campaign.state());
        }
        var missing = members.missing(id);
        var why = Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty());
        if (missing > 0 && why.isEmpty()) {
            return CampaignOutcome.Refused.at("reason", "campaign.refused.still-missing", missing);
        }
        if (why.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            return CampaignOutcome.Refused.at("reason", "report.refused.reason");
        }
        rows.closing(id, actor.id(), missing == 0 ? null : why.orElseThrow());
        processes.tell(CampaignNames.CLOSED, id.dossier(), Map.of(CampaignNames.COMPLETE, missing == 0));
        return new CampaignOutcome.Done(id);
    }

    private boolean sees(Actor actor, Campaign campaign) {
        return access.may(actor, Right.SEE_REPORT, campaign.root())
                || actor.units().stream().anyMatch(unit -> members.asks(campaign.id(), unit));
    }
}
