package vn.lantoa.reporting.consolidation.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.FigureWords;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.consolidation.ConsolidationFile;
import vn.lantoa.reporting.consolidation.Consolidations;
import vn.lantoa.reporting.consolidation.Inclusions;
import vn.lantoa.reporting.consolidation.OverdueLetter;
import vn.lantoa.reporting.consolidation.TotalWords;

/** "Tổng hợp từ đơn vị trực thuộc": all figures of a report, one of them opened, and the same as a file. */
@Controller
class ConsolidationPages {

    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Consolidations consolidations;
    private final Inclusions inclusions;
    private final ConsolidationFile files;
    private final OverdueLetter overdue;
    private final FigureWords words;
    private final TotalWords totals;
    private final MessageSource messages;

    ConsolidationPages(
            Consolidations consolidations,
            Inclusions inclusions,
            ConsolidationFile files,
            OverdueLetter overdue,
            FigureWords words,
            TotalWords totals,
            MessageSource messages) {
        this.consolidations = consolidations;
        this.inclusions = inclusions;
        this.files = files;
        this.overdue = overdue;
        this.words = words;
        this.totals = totals;
        this.messages = messages;
    }

    @GetMapping("/reports/{id}/consolidation")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    String show(@PathVariable String id, Actor actor, Model model) {
        var overview = consolidations.of(actor, report(id));
        model.addAttribute("overview", overview);
        var told = overview.lines().stream()
                .collect(Collectors.partitioningBy(line -> line.total() != null || line.figure() != null));
        model.addAttribute("told", told.get(true));
        model.addAttribute("silent", told.get(false));
        model.addAttribute("choosing", inclusions.open(actor, overview.report()) && awaiting(overview));
        model.addAttribute("said", overview.lines().stream().anyMatch(line -> line.figure() != null));
        model.addAttribute("late", late(actor, overview));
        model.addAttribute("words", words);
        model.addAttribute("totals", totals);
        return "reporting/consolidation";
    }

    @GetMapping("/reports/{id}/consolidation.xlsx")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<byte[]> file(@PathVariable String id, Actor actor, Locale locale) {
        var name = ContentDisposition.attachment()
                .filename("tong-hop-" + report(id) + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(files.write(actor, report(id), locale));
    }

    @GetMapping("/reports/{id}/consolidation/{indicator}")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "report")
    String open(@PathVariable String id, @PathVariable String indicator, Actor actor, Model model) {
        model.addAttribute("opened", consolidations.of(actor, report(id), indicator));
        model.addAttribute("words", words);
        model.addAttribute("totals", totals);
        return "reporting/consolidation-figure";
    }

    @PostMapping("/reports/{id}/consolidation/awaiting")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    String choose(
            @PathVariable String id,
            @RequestParam(required = false) List<String> include,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var chosen = Stream.ofNullable(include)
                .flatMap(List::stream)
                .map(ConsolidationPages::report)
                .toList();
        var taken = inclusions.choose(actor, report(id), chosen);
        var toast = taken ? "report.consolidation.chosen" : "report.consolidation.not-open";
        flash.addFlashAttribute("toast", messages.getMessage(toast, null, locale));
        return "redirect:/reports/" + report(id) + "/consolidation";
    }

    /** The letter to late units is the unit's own to write. */
    private List<OverdueLetter.Late> late(Actor actor, Consolidations.Overview overview) {
        var report = overview.report();
        return actor.units().contains(report.unit()) ? overdue.late(report.unit(), report.period()) : List.of();
    }

    private static boolean awaiting(Consolidations.Overview overview) {
        return overview.members().stream()
                .anyMatch(member ->
                        member.part() == Consolidations.Part.AWAITING || member.part() == Consolidations.Part.INCLUDED);
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }
}
