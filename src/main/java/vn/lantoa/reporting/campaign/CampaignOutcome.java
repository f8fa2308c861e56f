package vn.lantoa.reporting.campaign;

import java.util.List;

/** What became of an act on a campaign. */
public sealed interface CampaignOutcome {

    /** It is done. */
    record Done(CampaignId campaign) implements CampaignOutcome {}

    /** Somebody was quicker, or the campaign is not in the state for it; {@code message} is the key of the sentence. */
    record Conflict(String message, List<Object> args) implements CampaignOutcome {

        static Conflict of(String message, Object... args) {
            return new Conflict(message, List.of(args));
        }
    }

    /** What was given cannot be right, at this field; nothing is stored. */
    record Refused(String field, String message, List<Object> args) implements CampaignOutcome {

        static Refused at(String field, String message, Object... args) {
            return new Refused(field, message, List.of(args));
        }
    }
}
