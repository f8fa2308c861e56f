package vn.lantoa.reporting.campaign.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.campaign.Campaign;
import vn.lantoa.reporting.campaign.CampaignRates;
import vn.lantoa.reporting.campaign.Campaigns;

/** Campaigns as the API answers them (API.md). */
final class CampaignJson {

    private CampaignJson() {}

    /** @param unit whose branch the counts are of */
    static Map<String, Object> of(
            Campaign campaign, Unit unit, LocalDate due, Campaigns.Progress progress, CampaignRates.Counts counts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", campaign.id().toString());
        json.put("period", period(campaign.period()));
        json.put("state", campaign.state());
        json.put("due", due);
        json.put("root", campaign.root().toString());
        json.put("unit", unit(unit));
        json.put("referenceDate", campaign.referenceDate());
        json.put("progress", Map.of("done", progress.opened(), "total", progress.expected()));
        put(json, counts);
        json.put("closeReason", campaign.closeReason());
        return json;
    }

    static Map<String, Object> of(
            CampaignRates.Branch branch, Map<UnitId, Unit> units, Map<UnitId, CampaignRates.Own> reports) {
        var items = new ArrayList<Map<String, Object>>();
        for (var line : branch.lines()) {
            var json = new LinkedHashMap<String, Object>();
            json.put("unit", unit(units.get(line.unit())));
            put(json, line.counts());
            json.put("report", report(reports.get(line.unit())));
            items.add(json);
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("items", List.copyOf(items));
        json.put("next", null);
        return json;
    }

    static Map<String, Object> of(List<Campaigns.Listed> campaigns) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "items",
                campaigns.stream()
                        .map(one -> Map.of(
                                "id", one.campaign().id().toString(),
                                "period", period(one.campaign().period()),
                                "state", one.campaign().state(),
                                "root", one.campaign().root().toString()))
                        .toList());
        json.put("next", null);
        return json;
    }

    static Map<String, Object> unit(Unit unit) {
        return Map.of("id", unit.id().toString(), "code", unit.code(), "name", unit.name());
    }

    private static Map<String, Object> report(CampaignRates.Own own) {
        if (own == null) {
            return null;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("id", own.report().toString());
        json.put("state", own.state());
        json.put(
                "receivedAt",
                own.receivedAt() == null
                        ? null
                        : own.receivedAt().atZone(VietnamTime.ZONE).toOffsetDateTime());
        json.put("timeliness", own.timeliness());
        return json;
    }

    private static void put(Map<String, Object> json, CampaignRates.Counts counts) {
        json.put("expected", counts.expected());
        json.put("received", counts.received());
        json.put("awaitingAcceptance", counts.awaiting());
        json.put("accepted", counts.accepted());
        json.put("onTime", counts.onTime());
        json.put("late", counts.late());
        json.put("missing", counts.missing());
        json.put("supplements", counts.supplements());
        json.put("exempt", counts.exempt());
    }

    private static Object period(ReportingPeriod period) {
        return period.kind() == ReportingPeriod.Kind.SPAN
                ? Map.of("type", "span", "from", period.from(), "to", period.to())
                : period.key();
    }
}
