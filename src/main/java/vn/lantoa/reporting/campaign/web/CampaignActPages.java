package vn.lantoa.reporting.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportAcceptance.Waiting;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportResult;
import vn.lantoa.reporting.campaign.CampaignAcceptance;
import vn.lantoa.reporting.campaign.CampaignExtension;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignOutcome;
import vn.lantoa.reporting.campaign.CampaignTrend;

/** What is done for a whole branch at once: accepting what has no warning, giving more time; and how it went over the periods. */
@Controller
@RequestMapping("/reports/campaigns/{id}/units/{unit}")
class CampaignActPages {

    private final CampaignAcceptance acceptance;
    private final CampaignExtension extension;
    private final CampaignTrend trend;
    private final Units units;
    private final MessageSource messages;

    CampaignActPages(
            CampaignAcceptance acceptance,
            CampaignExtension extension,
            CampaignTrend trend,
            Units units,
            MessageSource messages) {
        this.acceptance = acceptance;
        this.extension = extension;
        this.trend = trend;
        this.units = units;
        this.messages = messages;
    }

    @GetMapping("/acceptances")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView waiting(@PathVariable String id, @PathVariable String unit, Actor actor, Locale locale) {
        return waiting(id, unit, acceptance.waiting(actor, campaign(id), unit(unit), locale));
    }

    /** The number of reports is typed again, and only those that were shown are accepted. */
    @PostMapping("/acceptances")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView accept(
            @PathVariable String id,
            @PathVariable String unit,
            @RequestParam(name = "report", required = false) List<String> shown,
            @RequestParam(required = false) String count,
            Actor actor,
            Locale locale) {
        var reports = reports(shown);
        if (reports.isEmpty() || !String.valueOf(reports.size()).equals(count == null ? "" : count.strip())) {
            var page = waiting(id, unit, actor, locale);
            page.addObject("refusal", say("campaign.acceptance.count", locale, reports.size()));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        var results = acceptance.accept(actor, campaign(id), unit(unit), reports, locale);
        return waiting(id, unit, actor, locale).addObject("results", results);
    }

    @GetMapping("/extension")
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView extension(@PathVariable String id, @PathVariable String unit, Actor actor) {
        return extension(id, unit, actor, Map.of(), Map.of());
    }

    @PostMapping("/extension")
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView extend(
            @PathVariable String id,
            @PathVariable String unit,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String document,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var result = extension.extend(actor, campaign(id), unit(unit), date(until), reason, document);
        if (result.outcome() instanceof CampaignOutcome.Done) {
            flash.addFlashAttribute(
                    "toast", say("campaign.extension.done", locale, result.reports(), WrittenDay.of(date(until))));
            return new ModelAndView("redirect:/reports/campaigns/" + id + "/units/" + unit);
        }
        var page = extension(
                id,
                unit,
                actor,
                Map.of("until", text(until), "reason", text(reason), "document", text(document)),
                refusals(result.outcome(), locale));
        page.setStatus(
                result.outcome() instanceof CampaignOutcome.Conflict
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    @GetMapping("/trend")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    ModelAndView trend(@PathVariable String id, @PathVariable String unit, Actor actor) {
        var points = trend.of(actor, campaign(id), unit(unit));
        return page("reporting/campaign-trend", id, unit)
                .addObject("points", points)
                .addObject("chart", TrendChart.of(points));
    }

    private ModelAndView waiting(String id, String unit, List<Waiting> waiting) {
        return page("reporting/campaign-acceptances", id, unit)
                .addObject(
                        "warned", waiting.stream().filter(one -> !one.clear()).toList())
                .addObject("clear", waiting.stream().filter(Waiting::clear).toList())
                .addObject("results", List.<ReportResult>of())
                .addObject("refusal", null);
    }

    private ModelAndView extension(
            String id, String unit, Actor actor, Map<String, String> form, Map<String, String> errors) {
        return page("reporting/campaign-extension", id, unit)
                .addObject(
                        "limit",
                        extension.limit(actor, campaign(id), unit(unit)).orElse(null))
                .addObject("form", form)
                .addObject("errors", errors);
    }

    private ModelAndView page(String template, String id, String unit) {
        var page = new ModelAndView(template);
        page.addObject("campaign", id);
        page.addObject("unit", units.find(unit(unit)).orElseThrow());
        return page;
    }

    private Map<String, String> refusals(CampaignOutcome outcome, Locale locale) {
        if (outcome instanceof CampaignOutcome.Refused refused) {
            return Map.of(
                    refused.field(),
                    say(refused.message(), locale, refused.args().toArray()));
        }
        var conflict = (CampaignOutcome.Conflict) outcome;
        return Map.of("all", say(conflict.message(), locale, conflict.args().toArray()));
    }

    private String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static LocalDate date(String text) {
        return WrittenDay.posted(text).orElse(null);
    }

    private static Set<ReportId> reports(List<String> shown) {
        return ReportId.ticked(shown);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static CampaignId campaign(String id) {
        return CampaignId.inAddress(id);
    }

    private static UnitId unit(String id) {
        return UnitId.inAddress(id);
    }
}
