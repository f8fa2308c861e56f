package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportBatch.LevelDue;

/** Campaigns as dossiers: what the task list and the dossier page show of them. */
@Component
class CampaignDossiers implements Dossier.Type {

    private final CampaignRows rows;
    private final Campaigns campaigns;
    private final CampaignUnits members;
    private final Units units;
    private final Access access;
    private final MessageSource messages;

    CampaignDossiers(
            CampaignRows rows,
            Campaigns campaigns,
            CampaignUnits members,
            Units units,
            Access access,
            MessageSource messages) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.members = members;
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public String type() {
        return CampaignId.DOSSIER;
    }

    @Override
    public Optional<Dossier> find(String id) {
        return AddressId.is(id) ? rows.find(CampaignId.of(Long.parseLong(id))).map(this::dossier) : Optional.empty();
    }

    @Override
    public void lock(Dossier dossier) {
        rows.lock(campaign(dossier).id());
    }

    @Override
    public boolean visibleTo(Dossier dossier, Actor actor) {
        return access.may(actor, Right.SEE_REPORT, dossier.unit());
    }

    /** Whoever opened it closes it. */
    @Override
    public UnitId unitFor(Dossier dossier, String role) {
        return campaign(dossier).owner();
    }

    /** The last day of the levels: then everything should be there. */
    @Override
    public Optional<LocalDate> due(Dossier dossier, String step) {
        return rows.frame(campaign(dossier)).dues().values().stream()
                .map(LevelDue::lastDay)
                .max(LocalDate::compareTo);
    }

    @Override
    public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
        var campaign = campaign(dossier);
        var progress = campaigns.progress(campaign.id());
        var facts = new ArrayList<Dossier.Fact>();
        facts.add(new Dossier.Fact("campaign.fact.state", word("campaign.state." + campaign.state(), locale)));
        facts.add(new Dossier.Fact("campaign.fact.reference", WrittenDay.of(campaign.referenceDate())));
        facts.add(new Dossier.Fact(
                "campaign.fact.span",
                messages.getMessage(
                        "report.span",
                        new Object[] {WrittenDay.of(campaign.from()), WrittenDay.of(campaign.to())},
                        locale)));
        facts.add(new Dossier.Fact("campaign.fact.expected", Integer.toString(progress.expected())));
        facts.add(new Dossier.Fact("campaign.fact.opened", Integer.toString(progress.opened())));
        facts.add(new Dossier.Fact("campaign.fact.missing", Integer.toString(members.missing(campaign.id()))));
        rows.frame(campaign)
                .dues()
                .forEach((level, due) ->
                        facts.add(new Dossier.Fact("campaign.fact.due." + level, WrittenDay.of(due.lastDay()))));
        if (campaign.closeReason() != null) {
            facts.add(new Dossier.Fact("campaign.fact.reason", campaign.closeReason()));
        }
        return facts;
    }

    private Dossier dossier(Campaign campaign) {
        var root = units.find(campaign.root()).map(Unit::name).orElse("");
        return new Dossier(
                campaign.id().dossier(),
                campaign.title() + " – " + root,
                campaign.root(),
                campaign.state().name());
    }

    private Campaign campaign(Dossier dossier) {
        return rows.find(CampaignId.of(dossier.key())).orElseThrow();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
