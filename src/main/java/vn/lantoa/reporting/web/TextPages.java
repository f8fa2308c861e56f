package vn.lantoa.reporting.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.ProposalWords;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.Reports;
import vn.lantoa.reporting.SubordinateTexts;

/** What the subordinates wrote, section by section: as a page for whoever reads, as JSON for the form that inserts it. */
@Controller
class TextPages {

    private final SubordinateTexts texts;
    private final Reports reports;
    private final ProposalWords words;

    TextPages(SubordinateTexts texts, Reports reports, ProposalWords words) {
        this.texts = texts;
        this.reports = reports;
        this.words = words;
    }

    @GetMapping("/reports/{id}/texts")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) String field,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String page,
            Actor actor,
            Model model) {
        var report = report(id);
        var chosen = Asked.text(field);
        var found = texts.of(actor, report, chosen, q, number(page));
        model.addAttribute("report", reports.find(actor, report).report());
        model.addAttribute("fields", Reports.TEXTS);
        model.addAttribute("field", chosen);
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("proposals", texts.proposals(actor, report));
        model.addAttribute("words", words);
        model.addAttribute("nextAddress", found.next() == null ? null : address(id, chosen, q, found.next()));
        return "reporting/texts";
    }

    @GetMapping("/reports/{id}/texts.json")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    @ResponseBody
    Map<String, Object> json(
            @PathVariable String id,
            @RequestParam(required = false) String field,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String page,
            Actor actor) {
        var found = texts.of(actor, report(id), Asked.text(field), q, number(page));
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "items",
                found.passages().stream()
                        .map(passage -> Map.of("unit", passage.name(), "text", passage.content()))
                        .toList());
        json.put("of", found.of());
        json.put("next", found.next());
        return json;
    }

    private static String address(String id, String field, String q, int page) {
        return UriComponentsBuilder.fromPath("/reports/" + report(id) + "/texts")
                .queryParam("field", field)
                .queryParam("q", Optional.ofNullable(q).orElse(""))
                .queryParam("page", page)
                .encode()
                .toUriString();
    }

    private static int number(String page) {
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }
}
