package vn.lantoa.reporting.campaign.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.campaign.Campaign;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignRates;
import vn.lantoa.reporting.campaign.CampaignUrging;
import vn.lantoa.reporting.campaign.Campaigns;

/** Campaigns under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignApi {

    /** What a campaign can ask with: the process of a unit's report, or the form it begins with. */
    private static final Set<String> FORMS = Set.of("unit-report", "unit-report-draft");

    private final Campaigns campaigns;
    private final CampaignRates rates;
    private final CampaignUrging urging;
    private final CampaignProblems problems;
    private final Units units;

    CampaignApi(
            Campaigns campaigns, CampaignRates rates, CampaignUrging urging, CampaignProblems problems, Units units) {
        this.campaigns = campaigns;
        this.rates = rates;
        this.urging = urging;
        this.problems = problems;
        this.units = units;
    }

    /**
     * @param form {@code unit-report}; absent is the same
     * @param period {@code "2026-H1"}, {@code "2026-Y"} or {@code {type: "span", from, to}}
     * @param root the unit at the top, by id or code; absent: the highest unit of the person
     */
    record Planned(String form, JsonNode period, JsonNode root) {}

    record Urged(JsonNode unit) {}

    record Closing(String reason) {}

    /** The campaigns that ask a unit of the person's, or that it opened, the newest first. */
    @GetMapping
    @Requires(Right.SEE_REPORT)
    Map<String, Object> list(Actor actor) {
        return CampaignJson.of(campaigns.ofAll(actor));
    }

    @PostMapping
    @Requires(value = Right.OPEN_REPORT, sight = Right.SEE_REPORT, of = "unit")
    ResponseEntity<Map<String, Object>> plan(@RequestBody Planned planned, Actor actor, Locale locale) {
        var root = planned.root() == null || planned.root().isNull()
                ? highest(actor)
                : unit(planned.root().asText());
        var known = planned.form() == null || FORMS.contains(planned.form());
        var outcome = campaigns.plan(actor, root, known ? period(planned.period()) : Optional.empty());
        if (!known) {
            throw problems.refused("form", "campaign.refused.form", List.of(planned.form()), locale);
        }
        var id = problems.done(outcome, locale);
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id)).body(Map.of("id", id.toString()));
    }

    @PostMapping("/{id}/launch")
    @Requires(value = Right.OPEN_REPORT, sight = Right.SEE_REPORT, of = "campaign-root")
    ResponseEntity<Void> launch(@PathVariable String id, Actor actor, Locale locale) {
        problems.done(campaigns.launch(actor, campaign(id)), locale);
        return ResponseEntity.accepted().build();
    }

    /** Counts all who are asked; to those who may not read the whole, their own branch. */
    @GetMapping("/{id}")
    @OpenToSignedIn
    Map<String, Object> find(@PathVariable String id, Actor actor) {
        var campaign = campaigns.find(actor, campaign(id));
        var whole = rates.maySee(actor, campaign.root());
        var unit = whole ? campaign.root() : nearest(actor, campaign);
        var counts = whole
                ? rates.whole(actor, campaign)
                : rates.of(actor, campaign.id(), unit).total();
        return CampaignJson.of(
                campaign,
                units.find(unit).orElseThrow(),
                campaigns.due(campaign),
                campaigns.progress(actor, campaign.id()),
                counts);
    }

    @GetMapping("/{id}/units")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    Map<String, Object> branch(@PathVariable String id, @RequestParam(required = false) String parent, Actor actor) {
        var campaign = campaign(id);
        var unit = parent == null ? campaigns.find(actor, campaign).root() : unit(parent);
        var branch = rates.of(actor, campaign, unit);
        return CampaignJson.of(
                branch,
                units.findAll(
                        branch.lines().stream().map(CampaignRates.Line::unit).toList()),
                rates.reportsBelow(branch, campaign));
    }

    @PostMapping("/{id}/reminders")
    @Requires(value = Right.URGE_REPORTS, sight = Right.SEE_REPORT, of = "campaign")
    ResponseEntity<Map<String, Object>> remind(@PathVariable String id, @RequestBody Urged urged, Actor actor) {
        var campaign = campaign(id);
        var whole = urged.unit() == null || urged.unit().isNull();
        var unit = whole
                ? campaigns.find(actor, campaign).root()
                : unit(urged.unit().asText());
        return ResponseEntity.accepted().body(Map.of("notified", urging.urge(actor, campaign, unit)));
    }

    @PostMapping("/{id}/closing")
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "campaign-root")
    ResponseEntity<Void> close(
            @PathVariable String id, @RequestBody(required = false) Closing closing, Actor actor, Locale locale) {
        var reason = closing == null ? null : closing.reason();
        problems.done(campaigns.close(actor, campaign(id), reason), locale);
        return ResponseEntity.noContent().build();
    }

    private UnitId highest(Actor actor) {
        return actor.units().stream()
                .map(unit -> units.find(unit).orElseThrow())
                .min(Comparator.comparingInt(Unit::level))
                .map(Unit::id)
                .orElseThrow(() -> new NotVisible("unit of " + actor.username()));
    }

    private UnitId nearest(Actor actor, Campaign campaign) {
        return actor.units().stream()
                .filter(unit -> units.isWithin(campaign.root(), unit))
                .map(unit -> units.find(unit).orElseThrow())
                .min(Comparator.comparingInt(Unit::level))
                .map(Unit::id)
                .orElse(campaign.root());
    }

    private UnitId unit(String text) {
        return AddressId.is(text)
                ? UnitId.of(text)
                : units.findByCode(text).map(Unit::id).orElseThrow(() -> new NotVisible("unit " + text));
    }

    private static CampaignId campaign(String id) {
        return CampaignId.inAddress(id);
    }

    private static Optional<ReportingPeriod> period(JsonNode period) {
        if (period == null || !period.isObject()) {
            return ReportingPeriod.parse(period == null ? null : period.asText());
        }
        return period.path("type").asText().equals("span")
                ? ReportingPeriod.parse(
                        period.path("from").asText() + "_" + period.path("to").asText())
                : Optional.empty();
    }
}
