package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.reporting.ReportingPeriod;

/** What the service tasks of the campaign's diagram do. */
@Component
public class CampaignProgress {

    private final CampaignRows rows;
    private final CampaignUnits members;
    private final Seasons seasons;
    private final CampaignStory story;

    CampaignProgress(CampaignRows rows, CampaignUnits members, Seasons seasons, CampaignStory story) {
        this.rows = rows;
        this.members = members;
        this.seasons = seasons;
        this.story = story;
    }

    /** Freezes who is asked, and cuts them into chunks for whoever opens them. */
    @Transactional
    public void prepare(DossierKey dossier) {
        var campaign = rows.lock(CampaignId.of(dossier));
        members.freeze(campaign, newFrom(campaign));
        members.cut(campaign.id());
    }

    /** Closes it: what was never sent is missing from now on, and a supplement when it comes. */
    @Transactional
    public void close(DossierKey dossier) {
        var campaign = rows.lock(CampaignId.of(dossier));
        var missing = members.missing(campaign.id());
        members.markMissing(campaign.id());
        rows.closed(campaign.id());
        story.tell(
                campaign,
                missing == 0 ? "closed" : "closed-with-gaps",
                null,
                null,
                campaign.closeReason(),
                Map.of("missing", missing));
    }

    private LocalDate newFrom(Campaign campaign) {
        return campaign.period().kind() == ReportingPeriod.Kind.SPAN
                ? LocalDate.of(9999, 12, 31)
                : seasons.newUnitsFrom(campaign.period(), campaign.referenceDate());
    }
}
