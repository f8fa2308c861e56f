package vn.lantoa.reporting.campaign.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportList;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.campaign.Campaign;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignOutcome;
import vn.lantoa.reporting.campaign.CampaignRates;
import vn.lantoa.reporting.campaign.CampaignUrging;
import vn.lantoa.reporting.campaign.Campaigns;

/** Campaigns of one's units: opened, and looked at as a tree of rates, branch by branch. */
@Controller
class CampaignPages {

    private final Campaigns campaigns;
    private final CampaignRates rates;
    private final CampaignUrging urging;
    private final CampaignActs acts;
    private final ReportList reports;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;
    private final String address;

    CampaignPages(
            Campaigns campaigns,
            CampaignRates rates,
            CampaignUrging urging,
            CampaignActs acts,
            ReportList reports,
            Units units,
            MessageSource messages,
            Clock clock,
            @Value("${lantoa.address:}") String address) {
        this.address = address;
        this.campaigns = campaigns;
        this.rates = rates;
        this.urging = urging;
        this.acts = acts;
        this.reports = reports;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reports/campaigns")
    @Requires(Right.SEE_REPORT)
    ModelAndView list(Actor actor) {
        return list(actor, null);
    }

    @PostMapping("/reports/campaigns")
    @Requires(value = Right.OPEN_REPORT, sight = Right.SEE_REPORT, of = "unit")
    ModelAndView open(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String period,
            Actor actor,
            Locale locale) {
        var outcome = campaigns.open(actor, UnitId.inAddress(unit), ReportingPeriod.parse(period));
        return outcome instanceof CampaignOutcome.Done done
                ? new ModelAndView("redirect:/reports/campaigns/" + done.campaign())
                : list(actor, words(outcome, locale));
    }

    /** The nearest of one's own units in it. */
    @GetMapping("/reports/campaigns/{id}")
    @OpenToSignedIn
    String show(@PathVariable String id, Actor actor) {
        var campaign = campaigns.find(actor, campaign(id));
        var own = actor.units().stream()
                .filter(unit -> units.isWithin(campaign.root(), unit))
                .map(unit -> units.find(unit).orElseThrow())
                .min(Comparator.comparingInt(Unit::level))
                .map(Unit::id)
                .orElse(campaign.root());
        return "redirect:/reports/campaigns/" + id + "/units/" + own;
    }

    @GetMapping("/reports/campaigns/{id}/units/{unit}")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView branch(@PathVariable String id, @PathVariable String unit, Actor actor) {
        var branch = rates.of(actor, campaign(id), UnitId.inAddress(unit));
        var campaign = campaigns.find(actor, campaign(id));
        var page = new ModelAndView("reporting/campaign");
        page.addObject("campaign", campaign);
        page.addObject("unit", units.find(branch.unit()).orElseThrow());
        page.addObject("trail", trail(campaign, branch.unit(), actor));
        page.addObject("branch", branch);
        page.addObject("apart", campaigns.apart(campaign, branch.unit()));
        page.addObject("acts", acts.to(actor, branch.unit()));
        page.addObject("progress", campaigns.progress(actor, campaign.id()));
        page.addObject("report", rates.reportOf(campaign.id(), branch.unit()).orElse(null));
        page.addObject("urges", rates.mayUrge(actor, branch.unit()));
        page.addObject(
                "closes",
                campaign.state() == Campaign.State.OPEN
                        && branch.unit().equals(campaign.root())
                        && campaigns.mayClose(actor, campaign));
        return page;
    }

    @GetMapping("/reports/campaigns/{id}/units/{unit}/owing")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView owing(@PathVariable String id, @PathVariable String unit, Actor actor) {
        var owing = urging.owing(actor, campaign(id), UnitId.inAddress(unit));
        var campaign = campaigns.find(actor, campaign(id));
        var page = new ModelAndView("reporting/campaign-owing");
        page.addObject("campaign", campaign);
        page.addObject("unit", units.find(UnitId.inAddress(unit)).orElseThrow());
        page.addObject("owing", owing);
        page.addObject("link", home() + "/tasks");
        page.addObject("late", owing.stream().filter(CampaignUrging.Owing::late).count());
        page.addObject(
                "report",
                actor.units().contains(UnitId.inAddress(unit))
                        ? rates.reportOf(campaign.id(), UnitId.inAddress(unit)).orElse(null)
                        : null);
        page.addObject("urges", rates.mayUrge(actor, UnitId.inAddress(unit)));
        return page;
    }

    @PostMapping("/reports/campaigns/{id}/units/{unit}/urging")
    @Requires(value = Right.URGE_REPORTS, sight = Right.SEE_REPORT, of = "campaign")
    String urge(
            @PathVariable String id, @PathVariable String unit, Actor actor, Locale locale, RedirectAttributes flash) {
        var told = urging.urge(actor, campaign(id), UnitId.inAddress(unit));
        flash.addFlashAttribute(
                "toast",
                messages.getMessage(told == 0 ? "campaign.urged.none" : "campaign.urged", new Object[] {told}, locale));
        return "redirect:/reports/campaigns/" + id + "/units/" + unit + "/owing";
    }

    private ModelAndView list(Actor actor, String refusal) {
        var page = new ModelAndView("reporting/campaigns");
        page.addObject("campaigns", campaigns.ofAll(actor));
        page.addObject("openable", reports.openable(actor));
        page.addObject("periods", periods());
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private List<ReportingPeriod> periods() {
        var today = LocalDate.now(clock);
        var half = ReportingPeriod.firstHalfOf(today.getYear());
        var year = ReportingPeriod.yearOf(today.getYear());
        return today.getMonthValue() <= 6 ? List.of(half, year) : List.of(year, half);
    }

    /** From the root of the campaign down to this unit, as far as the actor may read. */
    private List<Unit> trail(Campaign campaign, UnitId unit, Actor actor) {
        return units.pathTo(unit).stream()
                .filter(step -> units.isWithin(campaign.root(), step.id()))
                .filter(step -> rates.maySee(actor, step.id()))
                .toList();
    }

    private String words(CampaignOutcome outcome, Locale locale) {
        if (outcome instanceof CampaignOutcome.Refused refused) {
            return messages.getMessage(refused.message(), refused.args().toArray(), locale);
        }
        var conflict = (CampaignOutcome.Conflict) outcome;
        return messages.getMessage(conflict.message(), conflict.args().toArray(), locale);
    }

    /** Under which people reach this installation: as it is set, else as this person does. */
    private String home() {
        return address.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : address.replaceAll("/+$", "");
    }

    private static CampaignId campaign(String id) {
        return CampaignId.inAddress(id);
    }
}
