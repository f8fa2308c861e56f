package vn.lantoa.reporting.campaign.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.SubordinateSums.Total;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignRates;
import vn.lantoa.reporting.campaign.Campaigns;
import vn.lantoa.reporting.consolidation.Consolidations;

/**
 * The sums of a campaign: what the direct subordinates of a unit add up to, and each total opened to them. The same as the page
 * "Tổng hợp từ đơn vị trực thuộc".
 */
@RestController
@RequestMapping("/api/v1/campaigns/{id}/figures")
class CampaignFiguresApi {

    private final Campaigns campaigns;
    private final CampaignRates rates;
    private final Consolidations consolidations;
    private final Units units;

    CampaignFiguresApi(Campaigns campaigns, CampaignRates rates, Consolidations consolidations, Units units) {
        this.campaigns = campaigns;
        this.rates = rates;
        this.consolidations = consolidations;
        this.units = units;
    }

    @GetMapping
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    Map<String, Object> figures(@PathVariable String id, @RequestParam(required = false) String unit, Actor actor) {
        var figures = new LinkedHashMap<String, Object>();
        report(actor, campaign(id), unit)
                .map(report -> consolidations.of(actor, report))
                .ifPresent(overview -> {
                    var expected = overview.standing().basis().expected();
                    overview.lines().forEach(line -> figures.put(line.key(), total(line.total(), expected)));
                });
        return figures;
    }

    @GetMapping("/{code}/lineage")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    Map<String, Object> lineage(
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam(required = false) String unit,
            Actor actor) {
        return report(actor, campaign(id), unit)
                .map(report -> lineage(actor, report, code))
                .orElseGet(() -> unopened(code));
    }

    /** Nothing is stated before the unit's report is open. */
    private static Map<String, Object> unopened(String code) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", code);
        json.putAll(total(null, 0));
        json.put("units", List.of());
        return json;
    }

    private Map<String, Object> lineage(Actor actor, ReportId report, String code) {
        var opened = consolidations.of(actor, report, code);
        var known = units.findAll(
                opened.children().stream().map(child -> child.member().unit()).toList());
        var json = new LinkedHashMap<String, Object>();
        json.put("code", opened.line().key());
        json.put("name", opened.line().indicator().name());
        json.put("counts", opened.counted() == null ? null : opened.counted().code());
        json.putAll(total(opened.line().total(), opened.standing().basis().expected()));
        json.put("own", opened.line().own());
        json.put("report", report.toString());
        json.put("takenAt", time(opened.standing().takenAt()));
        json.put("frozenAt", time(opened.standing().frozenAt()));
        json.put(
                "units",
                opened.children().stream()
                        .map(child -> child(child, known.get(child.member().unit())))
                        .toList());
        return json;
    }

    /** {@code value} is null while nobody stated a number; of kinds it is the least there can be, and {@code most} the most. */
    private static Map<String, Object> total(Total total, int expected) {
        var json = new LinkedHashMap<String, Object>();
        json.put("value", total == null ? null : plain(total.amount()));
        json.put("qualifier", total == null ? null : total.qualifier().code());
        json.put("from", total == null ? 0 : total.stated() + total.carried());
        json.put("of", expected);
        json.put("notStated", total == null ? 0 : total.notStated());
        if (total != null && total.most() != null) {
            json.put("most", plain(total.most()));
        }
        if (total != null && total.carried() > 0) {
            json.put("carried", total.carried());
        }
        if (total != null && total.pending() > 0) {
            json.put("pending", total.pending());
        }
        return json;
    }

    private static Map<String, Object> child(Consolidations.Child child, Unit unit) {
        var member = child.member();
        var json = new LinkedHashMap<String, Object>();
        json.put("unit", CampaignJson.unit(unit));
        json.put("report", member.report().toString());
        json.put("state", member.state());
        json.put("part", member.part());
        json.put("revision", member.revision());
        json.put("figure", child.figure() == null ? null : child.figure().asAnswer());
        json.put("carried", child.carried());
        json.put("restatedTo", child.since() == null ? null : child.since().asAnswer());
        json.put("approvedBy", child.approvedBy());
        json.put("approvedAt", time(child.approvedAt()));
        json.put("opensFurther", member.opensFurther());
        return json;
    }

    /** The unit's report in the campaign; empty before it is opened, and for those who are exempt. */
    private Optional<ReportId> report(Actor actor, CampaignId campaign, String asked) {
        var unit = asked == null ? campaigns.find(actor, campaign).root() : unit(asked);
        if (!rates.maySee(actor, unit) || !campaigns.asks(campaign, unit)) {
            throw new NotVisible("unit " + unit + " of campaign " + campaign);
        }
        return rates.reportOf(campaign, unit);
    }

    private UnitId unit(String text) {
        return AddressId.is(text)
                ? UnitId.of(text)
                : units.findByCode(text).map(Unit::id).orElseThrow(() -> new NotVisible("unit " + text));
    }

    private static CampaignId campaign(String id) {
        return CampaignId.inAddress(id);
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount == null || amount.signum() == 0
                ? (amount == null ? null : BigDecimal.ZERO)
                : amount.stripTrailingZeros()
                        .setScale(Math.max(0, amount.stripTrailingZeros().scale()));
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atZone(VietnamTime.ZONE).toOffsetDateTime();
    }
}
