package vn.lantoa.reporting.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;

/** The one human step of {@code report-campaign}: closing it. */
@Component
class CampaignSteps implements Steps {

    private final CampaignRows rows;
    private final CampaignUnits members;
    private final MessageSource messages;

    CampaignSteps(CampaignRows rows, CampaignUnits members, MessageSource messages) {
        this.rows = rows;
        this.members = members;
        this.messages = messages;
    }

    @Override
    public String process() {
        return CampaignNames.PROCESS;
    }

    @Override
    public Questionnaire open(Step step, JsonNode schema, Actor actor) {
        return new Questionnaire(schema, Map.of());
    }

    @Override
    public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
        var campaign = rows.lock(CampaignId.of(step.dossier()));
        var missing = members.missing(campaign.id());
        if (missing > 0 && !outcome.equals(CampaignNames.CLOSE_WITH_GAPS)) {
            var words = messages.getMessage(
                    "campaign.refused.still-missing", new Object[] {missing}, LocaleContextHolder.getLocale());
            return new Verdict.Refused(List.of(new FieldError("reason", words)));
        }
        var reason = missing > 0 && answers.get("reason") instanceof String text ? text.strip() : null;
        rows.closing(campaign.id(), actor.id(), reason);
        return new Verdict.Taken(Map.of(CampaignNames.COMPLETE, missing == 0), reason);
    }
}
