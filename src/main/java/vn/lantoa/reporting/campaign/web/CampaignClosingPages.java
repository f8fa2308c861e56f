package vn.lantoa.reporting.campaign.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignOutcome;
import vn.lantoa.reporting.campaign.Campaigns;

/** "Chốt đợt báo cáo", also "chốt khi còn thiếu", before the step comes to the leader's desk by itself. */
@Controller
@RequestMapping("/reports/campaigns/{id}/closing")
class CampaignClosingPages {

    private final Campaigns campaigns;
    private final MessageSource messages;

    CampaignClosingPages(Campaigns campaigns, MessageSource messages) {
        this.campaigns = campaigns;
        this.messages = messages;
    }

    @GetMapping
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "campaign-root")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return page(actor, campaign(id), "", null);
    }

    @PostMapping
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "campaign-root")
    ModelAndView close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = campaigns.close(actor, campaign(id), reason);
        if (outcome instanceof CampaignOutcome.Done) {
            flash.addFlashAttribute("toast", messages.getMessage("campaign.closing.done", null, locale));
            return new ModelAndView("redirect:/reports/campaigns/" + id);
        }
        var refused = outcome instanceof CampaignOutcome.Refused;
        var page = page(actor, campaign(id), reason, words(outcome, locale));
        page.setStatus(refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(Actor actor, CampaignId id, String reason, String refusal) {
        var missing = campaigns.gaps(actor, id);
        var campaign = campaigns.find(actor, id);
        return new ModelAndView("reporting/campaign-closing")
                .addObject("campaign", campaign)
                .addObject("asked", !campaign.owner().equals(campaign.root()))
                .addObject("missing", missing)
                .addObject("reason", reason)
                .addObject("refusal", refusal);
    }

    private String words(CampaignOutcome outcome, Locale locale) {
        if (outcome instanceof CampaignOutcome.Refused refused) {
            return messages.getMessage(refused.message(), refused.args().toArray(), locale);
        }
        var conflict = (CampaignOutcome.Conflict) outcome;
        return messages.getMessage(conflict.message(), conflict.args().toArray(), locale);
    }

    private static CampaignId campaign(String id) {
        return CampaignId.inAddress(id);
    }
}
