package vn.lantoa.reporting.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.campaign.CampaignId;
import vn.lantoa.reporting.campaign.CampaignRates;
import vn.lantoa.reporting.campaign.CampaignUrging;

/** The tables of a campaign's pages as XLSX. */
@Controller
class CampaignFiles {

    private final CampaignRates rates;
    private final CampaignUrging urging;
    private final MessageSource messages;

    CampaignFiles(CampaignRates rates, CampaignUrging urging, MessageSource messages) {
        this.rates = rates;
        this.urging = urging;
        this.messages = messages;
    }

    @GetMapping("/reports/campaigns/{id}/units/{unit}/rates.xlsx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    void rates(
            @PathVariable String id,
            @PathVariable String unit,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var branch = rates.of(actor, campaign(id), unit(unit));
        var rows = new ArrayList<List<Value>>();
        branch.lines().forEach(line -> rows.add(row(line.name(), line.counts())));
        rows.add(row(words("campaign.total", locale), branch.total()));
        send(
                "campaign.rates",
                "ty-le-bao-cao",
                List.of(
                        "unit",
                        "expected",
                        "received",
                        "awaiting",
                        "accepted",
                        "on-time",
                        "late",
                        "missing",
                        "supplements",
                        "exempt"),
                rows,
                locale,
                response);
    }

    @GetMapping("/reports/campaigns/{id}/units/{unit}/owing.xlsx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "campaign")
    void owing(
            @PathVariable String id,
            @PathVariable String unit,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var rows = urging.owing(actor, campaign(id), unit(unit)).stream()
                .map(one -> List.of(
                        Value.of(one.name()),
                        Value.of(one.superior()),
                        Value.of(one.phone() == null ? "" : one.phone()),
                        Value.of(one.due()),
                        Value.of(words(one.late() ? "campaign.owing.late" : "campaign.owing.open", locale))))
                .toList();
        send(
                "campaign.owing",
                "don-vi-chua-nop",
                List.of("unit", "superior", "phone", "due", "state"),
                rows,
                locale,
                response);
    }

    private void send(
            String title,
            String file,
            List<String> columns,
            List<List<Value>> rows,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ListFile.of(
                        words(title + ".title", locale),
                        file,
                        columns.stream()
                                .map(column -> new Workbook.Column(
                                        words("campaign.column." + column, locale), column.equals("unit") ? 45 : 16))
                                .toList(),
                        messages.getMessage("file.cut", new Object[] {ListFile.MOST_ROWS}, locale),
                        rows)
                .send(response);
    }

    private static List<Value> row(String name, CampaignRates.Counts counts) {
        return Stream.concat(
                        Stream.of(Value.of(name)),
                        Stream.of(
                                        counts.expected(),
                                        counts.received(),
                                        counts.awaiting(),
                                        counts.accepted(),
                                        counts.onTime(),
                                        counts.late(),
                                        counts.missing(),
                                        counts.supplements(),
                                        counts.exempt())
                                .map(count -> Value.of((long) count)))
                .toList();
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static CampaignId campaign(String id) {
        return CampaignId.inAddress(id);
    }

    private static UnitId unit(String id) {
        return UnitId.inAddress(id);
    }
}
