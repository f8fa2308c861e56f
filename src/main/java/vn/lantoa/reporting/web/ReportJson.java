package vn.lantoa.reporting.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Proposal;
import vn.lantoa.reporting.ReportView;
import vn.lantoa.reporting.ReportingPeriod;

/** A report as the API answers it (API.md). */
final class ReportJson {

    private ReportJson() {}

    static Map<String, Object> of(ReportView view, Unit unit) {
        var report = view.report();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", report.id().toString());
        json.put("unit", Map.of("id", unit.id().toString(), "code", unit.code(), "name", unit.name()));
        json.put("period", period(report.period()));
        json.put("span", Map.of("from", report.from(), "to", report.to()));
        json.put("state", report.state());
        json.put(
                "timeliness",
                report.timeliness() == null ? null : report.timeliness().status());
        json.put(
                "daysLate",
                report.timeliness() == null ? 0 : report.timeliness().daysLate());
        json.put("due", report.unitDue());
        json.put("receivedAt", report.sent().map(ReportJson::time).orElse(null));
        json.put("enteredBySuperior", report.enteredBySuperior());
        json.put("revision", report.revision());
        json.put("values", values(view));
        json.put("texts", view.texts());
        json.put(
                "proposals", view.proposals().stream().map(ReportJson::proposal).toList());
        json.put("history", view.history().stream().map(ReportJson::happening).toList());
        return json;
    }

    private static Map<String, Object> proposal(Proposal proposal) {
        var json = new LinkedHashMap<String, Object>();
        json.put("matter", proposal.matter());
        json.put("addressee", proposal.addressee());
        json.put("sources", proposal.sources().stream().map(UnitId::toString).toList());
        if (proposal.corrected()) {
            json.put("corrected", true);
        }
        return json;
    }

    private static Object period(ReportingPeriod period) {
        return period.kind() == ReportingPeriod.Kind.SPAN
                ? Map.of("type", "span", "from", period.from(), "to", period.to())
                : period.key();
    }

    private static Map<String, Object> values(ReportView view) {
        var values = new LinkedHashMap<String, Object>();
        view.figures().byKey().forEach((key, figure) -> values.put(key, value(figure)));
        return values;
    }

    private static Map<String, Object> value(Figure figure) {
        var value = figure.asAnswer();
        if (figure.corrected()) {
            value.put("corrected", true);
        }
        return value;
    }

    private static Map<String, Object> happening(ReportView.Happening happening) {
        var json = new LinkedHashMap<String, Object>();
        json.put("act", happening.act());
        json.put("step", happening.step());
        json.put("revision", happening.revision());
        json.put("at", time(happening.at()));
        json.put("by", happening.by());
        json.put("reason", happening.reason());
        json.put("newDate", happening.newDate());
        return json;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(VietnamTime.ZONE).toOffsetDateTime();
    }
}
