package vn.lantoa.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportList;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/** The page "Báo cáo" and the acts of a report's dossier page; after each act the dossier shows what became of it. */
@Controller
class ReportPages {

    private final Reports reports;
    private final ReportList list;
    private final ReportActs acts;
    private final ReportPlaces places;
    private final MessageSource messages;
    private final Clock clock;

    ReportPages(
            Reports reports,
            ReportList list,
            ReportActs acts,
            ReportPlaces places,
            MessageSource messages,
            Clock clock) {
        this.places = places;
        this.reports = reports;
        this.list = list;
        this.acts = acts;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/reports")
    @Requires(value = Right.SEE_REPORT)
    String list(
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String timeliness,
            @RequestParam(required = false) String after,
            Actor actor,
            Model model) {
        var filter = Asked.filter(period, state, timeliness);
        var page = list.of(actor, filter, after);
        model.addAttribute("reports", page.items().stream().map(this::line).toList());
        model.addAttribute("nextAddress", page.next() == null ? null : next(filter, page.next()));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "states",
                Arrays.stream(ReportState.values())
                        .filter(one -> one != ReportState.DROPPED)
                        .toList());
        model.addAttribute("timelinesses", Asked.TIMELINESSES);
        model.addAttribute("periods", ReportPlaces.periods(clock));
        model.addAttribute("current", ReportPlaces.current(clock));
        model.addAttribute("openable", list.openable(actor));
        model.addAttribute("places", places.of(actor));
        return "reporting/list";
    }

    @PostMapping("/reports")
    @Requires(value = Right.OPEN_REPORT, sight = Right.SEE_REPORT, of = "unit")
    String open(
            @RequestParam String unit,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var asked = "span".equals(period) ? from + "_" + to : period;
        var outcome = reports.open(actor, UnitId.inAddress(unit), ReportingPeriod.parse(asked));
        flash.addFlashAttribute("toast", words(outcome, "report.toast.opened", locale));
        return outcome instanceof ReportOutcome.Done done ? toDossier(done.report()) : "redirect:/reports";
    }

    @PostMapping("/reports/{id}/withdrawal")
    @Requires(value = Right.WITHDRAW_REPORT, sight = Right.SEE_REPORT, of = "report")
    String withdraw(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        return acted(id, acts.withdraw(actor, report(id)), "report.toast.withdrawn", locale, flash);
    }

    @PostMapping("/reports/{id}/extension")
    @Requires(value = Right.EXTEND_REPORT, sight = Right.SEE_REPORT, of = "report")
    String extend(
            @PathVariable String id,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return acted(id, acts.extend(actor, report(id), date(until), reason), "report.toast.extended", locale, flash);
    }

    @PostMapping("/reports/{id}/reopening")
    @Requires(value = Right.REOPEN_REPORT, sight = Right.SEE_REPORT, of = "report")
    String reopen(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return acted(id, acts.reopen(actor, report(id), reason), "report.toast.reopened", locale, flash);
    }

    @PostMapping("/reports/{id}/entry")
    @Requires(value = Right.ENTER_FOR_UNIT, sight = Right.SEE_REPORT, of = "report")
    String enter(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return acted(id, acts.enterForUnit(actor, report(id), reason), "report.toast.entry", locale, flash);
    }

    private String acted(String id, ReportOutcome outcome, String done, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", words(outcome, done, locale));
        return toDossier(report(id));
    }

    private static String toDossier(ReportId report) {
        return "redirect:/dossiers/report/" + report;
    }

    private String words(ReportOutcome outcome, String done, Locale locale) {
        if (outcome instanceof ReportOutcome.Conflict conflict) {
            return messages.getMessage(conflict.message(), null, locale);
        }
        if (outcome instanceof ReportOutcome.Refused refused) {
            var first = refused.refusals().get(0);
            return messages.getMessage(first.message(), first.args().toArray(), locale);
        }
        return messages.getMessage(done, null, locale);
    }

    private ReportLine line(ReportList.Line line) {
        return ReportLine.of(line, LocalDate.now(clock));
    }

    private static String next(ReportList.Filter filter, String after) {
        var address = UriComponentsBuilder.fromPath("/reports").queryParam("after", after);
        Optional.ofNullable(filter.period()).ifPresent(period -> address.queryParam("period", period.key()));
        Optional.ofNullable(filter.state()).ifPresent(state -> address.queryParam("state", state));
        Optional.ofNullable(filter.timeliness()).ifPresent(timeliness -> address.queryParam("timeliness", timeliness));
        return address.encode().toUriString();
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }

    private static LocalDate date(String text) {
        return WrittenDay.posted(text).orElse(null);
    }
}
