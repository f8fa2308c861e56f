package vn.planted.reporting;

import vn.planted.reporting.campaign.Campaigns;

class KnowsItsCampaigns {
    Campaigns campaigns;
}
