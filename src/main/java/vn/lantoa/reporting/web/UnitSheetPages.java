package vn.lantoa.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.GridEntry;
import vn.lantoa.reporting.ReportGrid;
import vn.lantoa.reporting.ReportId;

/** One report as a file, filled in offline and sent back into the officer's own draft. */
@Controller
class UnitSheetPages {

    private final ReportGrid grid;
    private final GridEntry entry;
    private final GridView view;
    private final MessageSource messages;

    UnitSheetPages(ReportGrid grid, GridEntry entry, GridView view, MessageSource messages) {
        this.grid = grid;
        this.entry = entry;
        this.view = view;
        this.messages = messages;
    }

    @GetMapping("/reports/{id}/sheet")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return new ModelAndView("reporting/sheet", Map.of("table", grid.of(actor, report(id)), "report", report(id)));
    }

    @GetMapping("/reports/{id}/sheet.xlsx")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    ResponseEntity<byte[]> file(@PathVariable String id, Actor actor) {
        return view.file(grid.of(actor, report(id)));
    }

    @PostMapping("/reports/{id}/sheet")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    ModelAndView preview(
            @PathVariable String id, @RequestParam(required = false) MultipartFile file, Actor actor, Locale locale) {
        var here = "/reports/" + report(id) + "/sheet";
        return view.preview(grid.of(actor, report(id)), file, here + "/cells", here, locale);
    }

    @PostMapping("/reports/{id}/sheet/cells")
    @Requires(value = Right.DO_TASK, sight = Right.SEE_REPORT, of = "report")
    String take(
            @PathVariable String id,
            @RequestParam Map<String, String> posted,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var results = entry.write(actor, grid.of(actor, report(id)), PostedCells.of(posted), List.of(), locale);
        flash.addFlashAttribute(
                "toast",
                results.isEmpty()
                        ? messages.getMessage("report.grid.nothing", null, locale)
                        : results.get(0).message());
        return "redirect:/dossiers/report/" + report(id);
    }

    private static ReportId report(String id) {
        return ReportId.inAddress(id);
    }
}
