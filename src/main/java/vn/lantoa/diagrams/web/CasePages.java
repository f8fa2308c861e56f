package vn.lantoa.diagrams.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.diagrams.watch.CaseDesk;
import vn.lantoa.diagrams.watch.CaseNames;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.engine.FailedJobs;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** One case from the inside, for administrators: steps, jobs, history, variables; a failed job tried again, a token moved by hand. */
@Controller
class CasePages {

    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_TRACE = 20_000;

    private final CaseDesk desk;
    private final ProcessFiles processes;
    private final CaseNames names;
    private final WatchWords words;

    CasePages(CaseDesk desk, ProcessFiles processes, CaseNames names, WatchWords words) {
        this.desk = desk;
        this.processes = processes;
        this.names = names;
        this.words = words;
    }

    /** What was typed into the form of moving, kept when it is refused. */
    record Typed(String token, String step, String reason) {}

    @GetMapping("/process-cases/{id}")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-case")
    ModelAndView show(@PathVariable String id, Actor actor, Locale locale) {
        return page(id, null, new Typed("", "", ""), HttpStatus.OK, actor, locale);
    }

    @PostMapping("/process-cases/{id}/retries")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-case")
    ModelAndView tryAgain(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String job,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var attempt = desk.tryAgain(actor, id, job);
        if (attempt instanceof FailedJobs.Attempt.Again again) {
            var refusal = words.say(
                    "process.case.retry.again",
                    locale,
                    Optional.ofNullable(again.cause()).orElse(""));
            return page(id, refusal, new Typed("", "", ""), HttpStatus.UNPROCESSABLE_ENTITY, actor, locale);
        }
        flash.addFlashAttribute(
                "toast",
                words.say(
                        attempt instanceof FailedJobs.Attempt.Done
                                ? "process.case.retry.done"
                                : "process.case.retry.gone",
                        locale));
        return new ModelAndView("redirect:/process-cases/" + id);
    }

    @PostMapping("/process-cases/{id}/step-moves")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-case")
    ModelAndView move(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var moved = desk.move(actor, id, token, step, reason);
        if (moved != CaseDesk.Moved.DONE) {
            return page(
                    id,
                    words.say("process.case.move.not." + moved, locale),
                    new Typed(token, step, reason),
                    moved == CaseDesk.Moved.GONE ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY,
                    actor,
                    locale);
        }
        flash.addFlashAttribute("toast", words.say("process.case.move.done", locale));
        return new ModelAndView("redirect:/process-cases/" + id);
    }

    private ModelAndView page(
            String id, String refusal, Typed typed, HttpStatusCode status, Actor actor, Locale locale) {
        var opened = desk.open(actor, id);
        var one = opened.one();
        return new ModelAndView("diagrams/case", status)
                .addObject("opened", opened)
                .addObject("one", one)
                .addObject("process", processes.newest(one.process()).orElseThrow())
                .addObject("called", called(opened, locale))
                .addObject(
                        "address",
                        opened.dossier()
                                .map(Dossier::key)
                                .map(key -> "/dossiers/" + key.type() + "/" + key.id())
                                .orElse(null))
                .addObject(
                        "variables",
                        opened.variables()
                                .map(values -> readable(values, LONGEST_VALUE))
                                .orElse(null))
                .addObject("traces", readable(opened.traces(), LONGEST_TRACE))
                .addObject("movable", movable(opened))
                .addObject("typed", typed)
                .addObject("refusal", refusal)
                .addObject("words", words);
    }

    /** Its title for those who may read it; for the others whose it is. */
    private String called(CaseDesk.Opened opened, Locale locale) {
        var key = opened.one().dossier();
        return opened.dossier()
                .map(Dossier::title)
                .orElseGet(() -> words.called(key, names.of(key.stream().toList()), locale));
    }

    private static boolean movable(CaseDesk.Opened opened) {
        return opened.targets().values().stream().anyMatch(targets -> !targets.isEmpty());
    }

    /** Values as one reads them, cut where they would fill the page. */
    private static Map<String, String> readable(Map<String, ?> values, int longest) {
        var readable = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            var text = value == null ? "" : value.toString();
            readable.put(name, text.length() <= longest ? text : text.substring(0, longest) + "…");
        });
        return readable;
    }
}
