package vn.lantoa.reporting.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.BranchExtension;
import vn.lantoa.reporting.ReportId;

/** More time for a whole branch (storm, flood), named by the superior's leader under a document of the authority. */
@Component
public class CampaignExtension {

    private static final int LONGEST_REASON = 1_500;
    private static final int LONGEST_DOCUMENT = 300;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private final CampaignRows rows;
    private final CampaignUnits members;
    private final BranchExtension reports;
    private final Announcements announcements;
    private final AuditTrail audit;
    private final Units units;
    private final Access access;
    private final WorkingDays workingDays;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignExtension(
            CampaignRows rows,
            CampaignUnits members,
            BranchExtension reports,
            Announcements announcements,
            AuditTrail audit,
            Units units,
            Access access,
            WorkingDays workingDays,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.reports = reports;
        this.announcements = announcements;
        this.audit = audit;
        this.units = units;
        this.access = access;
        this.workingDays = workingDays;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The superior's own date in the campaign, which no extension passes. */
    public record Limit(String superior, LocalDate day) {}

    /**
     * What became of it.
     *
     * @param reports how many got the new day; 0 unless it is done
     */
    public record Result(CampaignOutcome outcome, int reports) {}

    /**
     * Whether this person may extend the branch below and with this unit.
     *
     * @return the latest day there may be; empty for a branch whose superior reports to nobody here
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    public Optional<Limit> limit(Actor actor, CampaignId campaign, UnitId unit) {
        access.require(actor, Right.SEE_REPORT, Right.EXTEND_REPORT, unit);
        rows.find(campaign)
                .filter(found -> members.asks(found.id(), unit))
                .orElseThrow(() -> new NotVisible("unit " + unit + " of campaign " + campaign));
        return jdbc.sql(
                        """
                        select n.name, coalesce(r.extended_until, k.last_day, r.due) as last_day from campaign_unit u
                        join campaign_unit p on p.campaign_id = u.campaign_id and p.unit_id = u.parent_id
                        join report r on r.id = p.report_id join unit n on n.id = p.unit_id
                        left join report_cut_off k on k.report_id = r.id where u.campaign_id = ? and u.unit_id = ?""")
                .params(campaign.value(), unit.value())
                .query((row, n) -> new Limit(row.getString("name"), row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** Whether this person may extend the branch of this unit. */
    public boolean may(Actor actor, UnitId unit) {
        return access.may(actor, Right.EXTEND_REPORT, unit);
    }

    /**
     * Gives every report of the branch that was not sent yet, the unit's own among them, this last day. A report that has a later day
     * keeps it.
     *
     * @param until not before today, not after the superior's own date
     * @param document of the authority that decided it
     * @throws NotVisible or {@link vn.lantoa.organization.NotAllowed}
     */
    @Transactional
    public Result extend(Actor actor, CampaignId id, UnitId unit, LocalDate until, String reason, String document) {
        var limit = limit(actor, id, unit);
        var campaign = rows.lock(id);
        if (campaign.state() != Campaign.State.OPEN) {
            return not(CampaignOutcome.Conflict.of("campaign.extension.not-open." + campaign.state()));
        }
        if (until == null || until.isBefore(LocalDate.now(clock))) {
            return not(CampaignOutcome.Refused.at("until", "campaign.extension.past"));
        }
        if (limit.filter(last -> until.isAfter(last.day())).isPresent()) {
            return not(CampaignOutcome.Refused.at(
                    "until",
                    "campaign.extension.after-superior",
                    WrittenDay.of(until),
                    limit.get().superior(),
                    WrittenDay.of(limit.get().day())));
        }
        if (unsaid(reason, LONGEST_REASON)) {
            return not(CampaignOutcome.Refused.at("reason", "campaign.extension.no-reason"));
        }
        if (unsaid(document, LONGEST_DOCUMENT)) {
            return not(CampaignOutcome.Refused.at("document", "campaign.extension.no-document"));
        }
        return extend(actor, campaign, unit, until, reason.strip(), document.strip());
    }

    private Result extend(
            Actor actor, Campaign campaign, UnitId unit, LocalDate until, String reason, String document) {
        var params = params(campaign, unit, until);
        var which = jdbc.sql(Outstanding.EARLIER)
                .params(params)
                .query((row, n) -> ReportId.of(row.getLong(1)))
                .list();
        if (which.isEmpty()) {
            return not(CampaignOutcome.Conflict.of("campaign.extension.none", WrittenDay.of(until)));
        }
        announcements.tellAll(Outstanding.EXTENDED, params);
        var top = units.find(unit).orElseThrow().name();
        var why = messages.getMessage("campaign.extension.why", new Object[] {reason, document}, VIETNAMESE);
        var extended = reports.extend(actor, which, until, top, why);
        audit.record(
                "campaign.extended",
                actor,
                campaign.id().dossier().toString(),
                unit,
                Map.of("date", until.toString(), "reports", extended),
                Map.of("reason", reason, "document", document));
        return new Result(new CampaignOutcome.Done(campaign.id()), extended);
    }

    private Map<String, Object> params(Campaign campaign, UnitId unit, LocalDate until) {
        var params = new HashMap<String, Object>();
        params.put("campaign", campaign.id().value());
        params.put("period", campaign.period().key());
        params.put("unit", unit.value());
        params.put("today", LocalDate.now(clock));
        params.put("until", until);
        params.put("before", workingDays.lastOnOrBefore(until.minusDays(1)));
        params.put("title", campaign.period().title());
        params.put("day", WrittenDay.of(until));
        params.put("sep", News.SEPARATOR);
        params.put("link", "/tasks");
        params.put("key", "campaign:" + campaign.id() + ":extended:" + unit + ":" + clock.millis());
        return params;
    }

    private static boolean unsaid(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest;
    }

    private static Result not(CampaignOutcome outcome) {
        return new Result(outcome, 0);
    }
}
