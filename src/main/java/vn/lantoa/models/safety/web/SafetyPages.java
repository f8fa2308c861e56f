package vn.lantoa.models.safety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.models.safety.SafetyCommitments;
import vn.lantoa.models.safety.SafetyCorrections;
import vn.lantoa.models.safety.SafetyDecision;
import vn.lantoa.models.safety.SafetyFiles;
import vn.lantoa.models.safety.SafetyOutcome;
import vn.lantoa.models.safety.SafetyOverview;
import vn.lantoa.models.safety.SafetyResult;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;

/** "An toàn về an ninh, trật tự": the unit's own file of the year, the branch in counts, results, ratings and commitments. */
@Controller
@RequestMapping("/models/safety")
class SafetyPages {

    private final SafetyFiles files;
    private final SafetyOverview overview;
    private final SafetyCorrections corrections;
    private final SafetyCommitments commitments;
    private final SafetyPlaces places;
    private final SafetySheetFile sheet;

    SafetyPages(
            SafetyFiles files,
            SafetyOverview overview,
            SafetyCorrections corrections,
            SafetyCommitments commitments,
            SafetyPlaces places,
            SafetySheetFile sheet) {
        this.files = files;
        this.overview = overview;
        this.corrections = corrections;
        this.commitments = commitments;
        this.places = places;
        this.sheet = sheet;
    }

    @GetMapping
    @Requires(Right.SEE_MODEL)
    ModelAndView show(
            @RequestParam(required = false) String unit, @RequestParam(required = false) String year, Actor actor) {
        return page(actor, places.unit(actor, unit), places.year(year));
    }

    @GetMapping("/overview.xlsx")
    @Requires(Right.SEE_MODEL)
    void file(
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String year,
            Actor actor,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        sheet.send(overview.of(actor, places.unit(actor, unit).id(), places.year(year)), locale, response);
    }

    @PostMapping("/units/{id}/files")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ModelAndView open(
            @PathVariable String id,
            @RequestParam(required = false) String year,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var unit = UnitId.inAddress(id);
        var outcome = files.open(actor, unit, SafetyJson.number(year));
        if (outcome instanceof SafetyOutcome.Done done) {
            flash.addFlashAttribute("toast", places.say("safety.opened", locale));
            return new ModelAndView("redirect:/dossiers/safety-file/" + done.id());
        }
        return refused(actor, id, year, (SafetyOutcome.Refused) outcome, locale);
    }

    @PostMapping("/units/{id}/commitments")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "unit")
    ModelAndView commit(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = commitments.enter(actor, UnitId.inAddress(id), entry(fields));
        return committed(actor, id, outcome, fields, locale, flash);
    }

    @PostMapping("/commitments/{id}/correction")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "safety-commitment")
    ModelAndView correct(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = commitments.correct(actor, AddressId.of("commitment", id), entry(fields), fields.get("reason"));
        return committed(actor, fields.get("unit"), outcome, fields, locale, flash);
    }

    @PostMapping("/results/{id}/correction")
    @Requires(value = Right.BUILD_MODEL, sight = Right.SEE_MODEL, of = "safety-result")
    ModelAndView right(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var right = new SafetyCorrections.Correction(
                SafetyResult.written(fields.get("result")).orElse(null),
                SafetyJson.strip(fields.get("number")),
                SafetyJson.day(fields.get("decidedOn")),
                SafetyJson.strip(fields.get("issuer")),
                fields.get("reason"));
        var outcome = corrections.correct(actor, AddressId.of("safety result", id), right);
        if (outcome instanceof SafetyOutcome.Refused refused) {
            return refused(actor, fields.get("unit"), fields.get("year"), refused, locale);
        }
        flash.addFlashAttribute("toast", places.say("safety.correction.done", locale));
        return new ModelAndView("redirect:/models/safety?unit="
                + places.unit(actor, fields.get("unit")).id() + "&year=" + places.year(fields.get("year"))
                + "#results");
    }

    private ModelAndView committed(
            Actor actor,
            String unit,
            SafetyOutcome outcome,
            Map<String, String> fields,
            Locale locale,
            RedirectAttributes flash) {
        if (outcome instanceof SafetyOutcome.Refused refused) {
            return refused(actor, unit, fields.get("year"), refused, locale);
        }
        flash.addFlashAttribute("toast", places.say("safety.commitment.entered", locale));
        return new ModelAndView("redirect:/models/safety?unit="
                + places.unit(actor, unit).id() + "&year=" + places.year(fields.get("year")) + "#commitments");
    }

    private static SafetyCommitments.Entry entry(Map<String, String> fields) {
        return new SafetyCommitments.Entry(
                SafetyJson.day(fields.get("countedOn")),
                SafetyJson.number(fields.get("people")),
                SafetyJson.number(fields.get("units")));
    }

    private ModelAndView refused(Actor actor, String unit, String year, SafetyOutcome.Refused refused, Locale locale) {
        var page = page(actor, places.unit(actor, unit), places.year(year))
                .addObject("refusal", places.words(refused, locale));
        page.setStatus(refused.taken() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Actor actor, Unit unit, int year) {
        var all = files.of(actor, unit.id());
        return new ModelAndView("models/safety/overview")
                .addObject("unit", unit)
                .addObject("units", places.own(actor))
                .addObject("year", year)
                .addObject("years", places.years())
                .addObject(
                        "files",
                        all.stream().filter(file -> file.year() == year).toList())
                .addObject(
                        "earlier",
                        all.stream().filter(file -> file.year() != year).toList())
                .addObject("builds", places.builds(actor, unit.id()))
                .addObject("openable", files.openable())
                .addObject("branch", overview.of(actor, unit.id(), year))
                .addObject("recognitions", overview.results(actor, unit.id(), SafetyDecision.Kind.RECOGNITION, year))
                .addObject("ratings", overview.results(actor, unit.id(), SafetyDecision.Kind.RATING, year))
                .addObject("commitments", commitments.of(actor, unit.id(), year))
                .addObject("refusal", null);
    }
}
