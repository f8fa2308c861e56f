package vn.lantoa.reporting.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.EntryApproval;
import vn.lantoa.reporting.GridTable;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportResult;
import vn.lantoa.reporting.ReportingPeriod;

/** "Duyệt báo cáo nhập thay": the leader sees the entered rows side by side and approves them in one act. */
@Controller
class ApprovalPages {

    private final EntryApproval approval;
    private final ReportPlaces places;
    private final MessageSource messages;
    private final Clock clock;

    ApprovalPages(EntryApproval approval, ReportPlaces places, MessageSource messages, Clock clock) {
        this.approval = approval;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reports/approvals")
    @Requires(Right.DO_TASK)
    ModelAndView show(@RequestParam(required = false) String period, Actor actor) {
        return page(Asked.period(period, clock), List.of(), null, actor);
    }

    /** The number of rows is typed again, so that nobody approves many by a slip of the finger. */
    @PostMapping("/reports/approvals")
    @Requires(Right.DO_TASK)
    ModelAndView approve(
            @RequestParam(required = false) String period,
            @RequestParam(name = "report", required = false) List<String> chosen,
            @RequestParam(required = false) String count,
            Actor actor,
            Locale locale) {
        var asked = Asked.period(period, clock);
        var reports = ReportId.ticked(chosen);
        if (reports.isEmpty() || !String.valueOf(reports.size()).equals(count == null ? "" : count.strip())) {
            var refusal = messages.getMessage("report.approval.count", new Object[] {reports.size()}, locale);
            var page = page(asked, List.of(), refusal, actor);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        var results = approval.ledBy(actor).stream()
                .map(unit -> approval.approve(actor, approval.waiting(actor, unit, asked), reports, locale))
                .flatMap(List::stream)
                .toList();
        return page(asked, results, null, actor);
    }

    private ModelAndView page(ReportingPeriod period, List<ReportResult> results, String refusal, Actor actor) {
        var page = new ModelAndView("reporting/approvals");
        page.addObject(
                "tables",
                approval.ledBy(actor).stream()
                        .map(unit -> approval.waiting(actor, unit, period))
                        .filter(table -> !table.rows().isEmpty())
                        .map(GridTable::said)
                        .toList());
        page.addObject("period", period);
        page.addObject("periods", ReportPlaces.periods(clock));
        page.addObject("results", results);
        page.addObject("refusal", refusal);
        page.addObject("places", places.of(actor));
        return page;
    }
}
