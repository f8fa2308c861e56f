package vn.lantoa.reporting.web;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.GridEntry;
import vn.lantoa.reporting.GridTable;
import vn.lantoa.reporting.ReportGrid;
import vn.lantoa.reporting.ReportOpenings;
import vn.lantoa.reporting.ReportResult;

/** "Biểu tổng hợp nhập thay": on screen, as a file out, and as a file back in with a preview. */
@Controller
class GridPages {

    private final ReportGrid grid;
    private final GridEntry entry;
    private final ReportOpenings openings;
    private final GridView view;
    private final ReportPlaces places;
    private final MessageSource messages;
    private final Clock clock;

    GridPages(
            ReportGrid grid,
            GridEntry entry,
            ReportOpenings openings,
            GridView view,
            ReportPlaces places,
            MessageSource messages,
            Clock clock) {
        this.grid = grid;
        this.entry = entry;
        this.openings = openings;
        this.messages = messages;
        this.view = view;
        this.places = places;
        this.clock = clock;
    }

    /** Which table: fields that every address of it carries; each may be null. */
    record Which(String unit, String period, String section) {}

    @GetMapping("/reports/grid")
    @Requires(Right.ENTER_FOR_UNIT)
    ModelAndView show(Which which, Actor actor) {
        return page(which, table(which, actor), List.of(), Map.of(), actor);
    }

    /** Keeps what was written, and hands over the rows that are ticked. */
    @PostMapping("/reports/grid")
    @Requires(Right.ENTER_FOR_UNIT)
    ModelAndView save(Which which, @RequestParam Map<String, String> posted, Actor actor, Locale locale) {
        var table = table(which, actor);
        var submitted = posted.containsKey("submit-all") ? table.open() : PostedCells.submitted(posted);
        var results = entry.write(actor, table, PostedCells.of(posted), submitted, locale);
        var page = page(which, table(which, actor), results, posted, actor);
        page.setStatus(results.stream().allMatch(ReportResult::done) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Opens the report of the period for every subordinate that has none yet. */
    @PostMapping("/reports/grid/openings")
    @Requires(Right.OPEN_REPORT)
    String open(Which which, Actor actor, Locale locale, RedirectAttributes after) {
        var table = table(which, actor);
        var opened = openings.open(actor, table.superior().id(), table.period());
        after.addFlashAttribute(
                "toast",
                opened.refusal()
                        .map(key -> messages.getMessage(key, null, locale))
                        .orElseGet(() -> messages.getMessage(
                                "report.toast.opened-many", new Object[] {opened.count()}, locale)));
        return "redirect:" + address(which, table);
    }

    @GetMapping("/reports/grid.xlsx")
    @Requires(Right.ENTER_FOR_UNIT)
    ResponseEntity<byte[]> file(Which which, Actor actor) {
        return view.file(table(which, actor));
    }

    @PostMapping("/reports/grid/file")
    @Requires(Right.ENTER_FOR_UNIT)
    ModelAndView preview(Which which, @RequestParam(required = false) MultipartFile file, Actor actor, Locale locale) {
        var table = table(which, actor);
        return view.preview(table, file, address(which, table), address(which, table), locale);
    }

    private ModelAndView page(
            Which which, GridTable table, List<ReportResult> results, Map<String, String> posted, Actor actor) {
        var sections = table.columns().stream()
                .collect(Collectors.toMap(
                        GridTable.Column::section,
                        GridTable.Column::sectionTitle,
                        (one, same) -> one,
                        java.util.LinkedHashMap::new));
        var section = sections.containsKey(which.section())
                ? which.section()
                : new LinkedHashSet<>(sections.keySet()).stream().findFirst().orElse(null);
        var page = new ModelAndView("reporting/grid");
        page.addObject("table", table.of(section));
        page.addObject("sections", sections);
        page.addObject("section", section);
        page.addObject("superiors", grid.superiors(actor));
        page.addObject("periods", ReportPlaces.periods(clock));
        page.addObject("results", results);
        page.addObject("errors", GridView.errors(results));
        page.addObject("posted", posted);
        page.addObject("places", places.of(actor));
        return page;
    }

    private GridTable table(Which which, Actor actor) {
        var period = Asked.period(which.period(), clock);
        return grid.of(actor, superior(which, actor), period);
    }

    private UnitId superior(Which which, Actor actor) {
        if (AddressId.is(which.unit())) {
            return UnitId.of(which.unit());
        }
        return grid.superiors(actor).stream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("grid"))
                .id();
    }

    private static String address(Which which, GridTable table) {
        var address = UriComponentsBuilder.fromPath("/reports/grid")
                .queryParam("unit", table.superior().id())
                .queryParam("period", table.period().key());
        if (which.section() != null) {
            address.queryParam("section", which.section());
        }
        return address.encode().toUriString();
    }
}
