package vn.lantoa.reporting.campaign;

/** Every name of {@code bpmn/reporting/report-campaign.bpmn} that Java mentions. */
final class CampaignNames {

    static final String PROCESS = "report-campaign";

    static final String STARTED = "Message_campaignStarted";
    static final String ALL_OPEN = "Message_campaignAllOpen";
    static final String RIPE = "Message_campaignRipe";
    static final String CLOSED = "Message_campaignClosed";

    static final String CLOSE = "close";
    static final String CLOSE_WITH_GAPS = "closeWithGaps";

    static final String COMPLETE = "complete";

    private CampaignNames() {}
}
