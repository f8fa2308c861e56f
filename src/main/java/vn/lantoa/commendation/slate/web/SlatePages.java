package vn.lantoa.commendation.slate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.ManyNominations.Result;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Review;
import vn.lantoa.commendation.slate.Slates;
import vn.lantoa.document.ListFile;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** "Danh sách đề nghị": all nominations of a level side by side, marked one by one or together, closed in one act. */
@Controller
class SlatePages {

    private static final String MARK = "mark-";

    private final Slates slates;
    private final SlatePlaces places;
    private final MessageSource messages;

    SlatePages(Slates slates, SlatePlaces places, MessageSource messages) {
        this.slates = slates;
        this.places = places;
        this.messages = messages;
    }

    /** The list of the unit asked for, else of one's own. */
    @GetMapping("/awards/slates")
    @Requires(Right.SEE_NOMINATION)
    String own(@RequestParam(required = false) String unit, Actor actor) {
        return "redirect:/awards/slates/" + places.own(actor, unit);
    }

    @GetMapping("/awards/slates/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView show(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        return page(actor, SlatePlaces.unit(id), SlatePlaces.season(season), List.of(), locale);
    }

    /** Without JavaScript all marks of the page come at once; with it one by one, and the counters go back. */
    @PostMapping("/awards/slates/{id}/marks")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Object mark(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var unit = SlatePlaces.unit(id);
        var marked = slates.mark(actor, unit, marks(fields));
        if (htmx != null) {
            var slate = slates.tally(actor, unit, SlatePlaces.season(fields.get("season")));
            return new ModelAndView("commendation/slate :: counters", Map.of("slate", slate));
        }
        flash.addFlashAttribute("toast", messages.getMessage("slate.marked", new Object[] {marked}, locale));
        return "redirect:/awards/slates/" + unit;
    }

    /** What is typed in the marks of the page counts before it is closed. */
    @PostMapping("/awards/slates/{id}/closing")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView close(
            @PathVariable String id,
            @RequestParam(name = "nomination", required = false) List<String> chosen,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale) {
        var unit = SlatePlaces.unit(id);
        slates.mark(actor, unit, marks(fields));
        var results = slates.close(actor, unit, SlatePlaces.nominations(chosen), fields.get("reason"), locale);
        return page(actor, unit, SlatePlaces.season(fields.get("season")), results, locale);
    }

    @GetMapping("/awards/slates/{id}/list.xlsx")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    void file(
            @PathVariable String id,
            @RequestParam(required = false) String season,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var slate = slates.of(actor, SlatePlaces.unit(id), SlatePlaces.season(season), "slate-file", locale);
        var rows = new ArrayList<List<Value>>();
        for (var line : slate.lines()) {
            rows.add(List.of(
                    Value.of(line.number()),
                    Value.of(line.name()),
                    Value.of(word(line.collective() ? "slate.collective" : "slate.individual", locale)),
                    Value.of(line.post()),
                    Value.of(line.unit()),
                    Value.of(line.title()),
                    Value.of(line.from()),
                    Value.of(line.to()),
                    Value.of(line.achievement()),
                    Value.of(line.directWorker() ? word("slate.yes", locale) : ""),
                    Value.of(word("slate.mark." + line.mark(), locale)),
                    Value.of(String.join(" ", line.findings()))));
        }
        var columns = Stream.of(
                        "number",
                        "name",
                        "kind",
                        "post",
                        "unit",
                        "title",
                        "from",
                        "to",
                        "achievement",
                        "direct",
                        "mark",
                        "findings")
                .map(code -> new Column(word("slate.column." + code, locale), width(code)))
                .toList();
        ListFile.of(
                        word("slate.title", locale),
                        "danh-sach-de-nghi",
                        columns,
                        messages.getMessage("file.cut", new Object[] {ListFile.MOST_ROWS}, locale),
                        rows)
                .send(response);
    }

    private static int width(String column) {
        return switch (column) {
            case "name", "unit", "title", "achievement", "findings" -> 40;
            default -> 16;
        };
    }

    private ModelAndView page(Actor actor, UnitId unit, Long season, List<Result> results, Locale locale) {
        var slate = slates.of(actor, unit, season, "slate", locale);
        var page = places.page("commendation/slate", "slate", actor, unit, season);
        page.addObject("slate", slate);
        page.addObject("marks", Review.Mark.values());
        page.addObject("results", results);
        return page;
    }

    private static Map<NominationId, Review.Mark> marks(Map<String, String> fields) {
        var marks = new LinkedHashMap<NominationId, Review.Mark>();
        fields.forEach((name, value) -> {
            if (name.startsWith(MARK) && name.substring(MARK.length()).matches("\\d{1,18}")) {
                mark(value)
                        .ifPresent(mark ->
                                marks.put(NominationId.of(Long.parseLong(name.substring(MARK.length()))), mark));
            }
        });
        return marks;
    }

    private static Optional<Review.Mark> mark(String word) {
        return Stream.of(Review.Mark.values())
                .filter(mark -> mark.name().equals(word))
                .findFirst();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
