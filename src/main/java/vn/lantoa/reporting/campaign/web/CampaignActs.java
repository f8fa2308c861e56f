package vn.lantoa.reporting.campaign.web;

import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportAcceptance;
import vn.lantoa.reporting.campaign.CampaignExtension;

/** Which acts on a branch the campaign page offers to a person. */
@Component
class CampaignActs {

    private final ReportAcceptance acceptance;
    private final CampaignExtension extension;

    CampaignActs(ReportAcceptance acceptance, CampaignExtension extension) {
        this.acceptance = acceptance;
        this.extension = extension;
    }

    record Offer(boolean accepting, boolean extending) {}

    Offer to(Actor actor, UnitId unit) {
        return new Offer(acceptance.accepts(actor, unit), extension.may(actor, unit));
    }
}
