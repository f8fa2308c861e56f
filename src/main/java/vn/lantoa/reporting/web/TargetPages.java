package vn.lantoa.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.FigureWords;
import vn.lantoa.reporting.Targets;

/** "Chỉ tiêu năm": read by all who read the unit's reports, set by its leader. */
@Controller
class TargetPages {

    private static final String BOX = "target.";

    private final Targets targets;
    private final Units units;
    private final Access access;
    private final ReportPlaces places;
    private final MessageSource messages;
    private final Clock clock;

    TargetPages(Targets targets, Units units, Access access, ReportPlaces places, MessageSource messages, Clock clock) {
        this.targets = targets;
        this.units = units;
        this.access = access;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** The person's own unit first. */
    @GetMapping("/reports/targets")
    @Requires(Right.SEE_REPORT)
    String own(Actor actor) {
        return "redirect:/reports/targets/"
                + actor.holdings().stream()
                        .filter(holding -> Right.SEE_REPORT.posts().contains(holding.post()))
                        .map(Holding::unit)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(() -> new NotAllowed(Right.SEE_REPORT.name()));
    }

    @GetMapping("/reports/targets/{id}")
    @Requires(value = Right.SEE_REPORT, sight = Right.SEE_REPORT, of = "unit")
    ModelAndView show(
            @PathVariable String id, @RequestParam(required = false) String year, Actor actor, Locale locale) {
        return page(unit(id), Asked.year(year, clock), Map.of(), Map.of(), actor, locale);
    }

    @PostMapping("/reports/targets/{id}")
    @Requires(value = Right.SET_TARGETS, sight = Right.SEE_REPORT, of = "unit")
    ModelAndView set(
            @PathVariable String id,
            @RequestParam Map<String, String> posted,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var texts = posted.entrySet().stream()
                .filter(box -> box.getKey().startsWith(BOX))
                .collect(Collectors.toMap(box -> box.getKey().substring(BOX.length()), Map.Entry::getValue));
        var year = Asked.year(posted.get("year"), clock);
        var outcome = targets.set(actor, unit(id), year, texts, locale);
        if (outcome instanceof Targets.Outcome.Refused refused) {
            var page = page(unit(id), year, texts, refused.errors(), actor, locale);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("toast", messages.getMessage("report.toast.targets", new Object[] {year}, locale));
        return new ModelAndView("redirect:/reports/targets/" + unit(id) + "?year=" + year);
    }

    private ModelAndView page(
            UnitId unit, int year, Map<String, String> typed, Map<String, String> errors, Actor actor, Locale locale) {
        var lines = targets.of(actor, unit, year);
        var page = new ModelAndView("reporting/targets");
        page.addObject("unit", units.find(unit).orElseThrow());
        page.addObject(
                "below",
                units.subordinatesOf(unit, LocalDate.now(clock)).stream()
                        .limit(200)
                        .toList());
        page.addObject(
                "above",
                units.superiorOf(unit)
                        .filter(superior -> access.may(actor, Right.SEE_REPORT, superior))
                        .flatMap(units::find)
                        .orElse(null));
        page.addObject("year", year);
        page.addObject("years", List.of(thisYear() + 1, thisYear(), thisYear() - 1));
        page.addObject("mine", access.may(actor, Right.SET_TARGETS, unit));
        page.addObject("sections", sections(lines));
        page.addObject("texts", texts(lines, typed, locale));
        page.addObject("errors", errors);
        page.addObject("places", places.of(actor));
        return page;
    }

    private static Map<String, List<Targets.Line>> sections(List<Targets.Line> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(Targets.Line::section, LinkedHashMap::new, Collectors.toList()));
    }

    /** What stands in the boxes: as typed where it was refused, else as set. */
    private static Map<String, String> texts(List<Targets.Line> lines, Map<String, String> typed, Locale locale) {
        var texts = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var set = line.target() == null ? "" : FigureWords.number(line.target(), locale);
            texts.put(line.key(), Objects.requireNonNullElse(typed.get(line.key()), set));
        }
        return texts;
    }

    private int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    private static UnitId unit(String id) {
        return UnitId.inAddress(id);
    }
}
