package vn.lantoa.models.exemplar.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.models.exemplar.ExemplarDuties;
import vn.lantoa.models.exemplar.ExemplarOutcome;
import vn.lantoa.models.exemplar.Exemplars;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** "Điển hình": the register of a year, who has none yet and how many days are left, asking them, confirming last year's. */
@Controller
class ExemplarPages {

    private static final String PAGE = "redirect:/models/exemplars";

    private final Exemplars exemplars;
    private final ExemplarDuties duties;
    private final Units units;
    private final Access access;
    private final MessageSource messages;

    ExemplarPages(Exemplars exemplars, ExemplarDuties duties, Units units, Access access, MessageSource messages) {
        this.exemplars = exemplars;
        this.duties = duties;
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    /** A row of the register; public accessors for the template. */
    record Row(Exemplars.Shown shown, boolean confirmable) {}

    @GetMapping("/models/exemplars")
    @Requires(value = Right.SEE_MODEL, sight = Right.SEE_MODEL)
    ModelAndView register(@RequestParam(required = false) String year, Actor actor) {
        access.require(actor, Right.SEE_MODEL);
        var shown = year(year);
        var lines = duties.of(actor);
        return new ModelAndView("models/exemplars")
                .addObject("year", shown)
                .addObject("years", List.of(duties.year(), duties.year() - 1, duties.year() - 2))
                .addObject("thisYear", duties.year())
                .addObject("daysLeft", duties.daysLeft())
                .addObject("endOfYear", duties.endOfYear())
                .addObject("duties", lines)
                .addObject("without", lines.stream().filter(line -> !line.met()).count())
                .addObject("askable", lines.stream().anyMatch(ExemplarDuties.Line::asks))
                .addObject(
                        "own",
                        actor.unitsAs(Post.OFFICER).stream()
                                .sorted()
                                .filter(unit -> duties.running(unit).isEmpty())
                                .flatMap(unit -> units.find(unit).stream())
                                .toList())
                .addObject(
                        "rows",
                        exemplars.of(actor, shown).stream()
                                .map(one -> new Row(one, exemplars.confirmable(actor, one.exemplar())))
                                .toList());
    }

    @PostMapping("/models/exemplars/requests")
    @Requires(value = Right.SPREAD_MODEL, sight = Right.SEE_MODEL)
    String ask(
            @RequestParam(name = "unit", required = false) List<String> asked,
            @RequestParam(defaultValue = "") String due,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var chosen = asked == null
                ? List.<UnitId>of()
                : asked.stream().map(UnitId::inAddress).toList();
        var outcome = duties.ask(actor, chosen, WrittenDay.posted(due).orElse(null));
        told(outcome, "exemplar.toast.asked", locale, flash);
        return PAGE;
    }

    @PostMapping("/models/exemplars/units/{id}/proposals")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    String propose(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = duties.propose(actor, UnitId.inAddress(id));
        if (outcome instanceof ExemplarOutcome.Done done) {
            return "redirect:/dossiers/exemplar-request/" + done.opened().get(0);
        }
        told(outcome, "", locale, flash);
        return PAGE;
    }

    @PostMapping("/models/exemplars/{id}/confirmation")
    @Requires(value = Right.DECIDE_MODEL, sight = Right.SEE_MODEL, of = "exemplar")
    String confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String date,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = exemplars.confirm(
                actor,
                AddressId.of("exemplar", id),
                number,
                WrittenDay.posted(date).orElse(null));
        told(outcome, "exemplar.toast.confirmed", locale, flash);
        return PAGE + (outcome instanceof ExemplarOutcome.Done ? "" : "?year=" + (duties.year() - 1));
    }

    private void told(ExemplarOutcome outcome, String toast, Locale locale, RedirectAttributes flash) {
        if (outcome instanceof ExemplarOutcome.Done done) {
            flash.addFlashAttribute(
                    "toast",
                    messages.getMessage(toast, new Object[] {done.opened().size()}, locale));
        } else {
            var message = outcome instanceof ExemplarOutcome.Refused refused
                    ? refused.message()
                    : ((ExemplarOutcome.Conflict) outcome).message();
            flash.addFlashAttribute("refusal", messages.getMessage(message, null, locale));
        }
    }

    private int year(String year) {
        return year != null && year.matches("20\\d\\d") ? Integer.parseInt(year) : duties.year();
    }
}
