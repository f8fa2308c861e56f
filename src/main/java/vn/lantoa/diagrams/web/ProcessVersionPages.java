package vn.lantoa.diagrams.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.DraftImports;
import vn.lantoa.diagrams.ProcessReleases;
import vn.lantoa.diagrams.ProcessWithdrawals;
import vn.lantoa.diagrams.ReleaseOutcome;
import vn.lantoa.diagrams.moves.MoveOrder;
import vn.lantoa.diagrams.moves.MoveOrders;
import vn.lantoa.diagrams.watch.CaseNames;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.CaseMoves;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The versions of a process with their cases: brought back, taken away as files, and cases moved from one to the newest. */
@Controller
class ProcessVersionPages {

    private final ProcessFiles processes;
    private final ProcessReleases releases;
    private final MoveOrders orders;
    private final CaseMoves moves;
    private final DraftImports imports;
    private final ProcessWithdrawals withdrawals;
    private final ProcessReleasePages release;
    private final ChangeWords words;
    private final CaseNames names;
    private final WatchWords watchWords;

    ProcessVersionPages(
            ProcessFiles processes,
            ProcessReleases releases,
            MoveOrders orders,
            CaseMoves moves,
            DraftImports imports,
            ProcessWithdrawals withdrawals,
            ProcessReleasePages release,
            ChangeWords words,
            CaseNames names,
            WatchWords watchWords) {
        this.processes = processes;
        this.releases = releases;
        this.orders = orders;
        this.moves = moves;
        this.imports = imports;
        this.withdrawals = withdrawals;
        this.release = release;
        this.words = words;
        this.names = names;
        this.watchWords = watchWords;
    }

    /** A case that stayed, with its reasons in words; public accessors for the template. */
    record Stayed(String dossier, String address, List<String> reasons) {}

    @GetMapping("/processes/{process}/versions")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView versions(@PathVariable String process, Actor actor) {
        return page(process, null, HttpStatus.OK, actor);
    }

    @GetMapping("/processes/{process}/versions/{number}/files.zip")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ResponseEntity<byte[]> files(@PathVariable String process, @PathVariable int number, Actor actor) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(process + "-" + number + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(imports.export(actor, process, number));
    }

    @PostMapping("/processes/{process}/restorations")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView restore(
            @PathVariable String process,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = releases.restore(actor, process, version, reason);
        if (outcome instanceof ReleaseOutcome.Refused refused) {
            return page(process, release.refusal(refused, locale), ProcessReleasePages.status(refused), actor);
        }
        return done(process, words.say("process.restore.done", locale, version), flash);
    }

    @PostMapping("/processes/{process}/withdrawal")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView withdraw(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return answer(
                withdrawals.withdraw(actor, process, reason), "process.withdraw.done", process, actor, locale, flash);
    }

    @PostMapping("/processes/{process}/reinstatement")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView reinstate(
            @PathVariable String process,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return answer(
                withdrawals.reinstate(actor, process, reason), "process.reinstate.done", process, actor, locale, flash);
    }

    private ModelAndView answer(
            ProcessWithdrawals.Outcome outcome,
            String done,
            String process,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        if (outcome instanceof ProcessWithdrawals.Outcome.Refused refused) {
            var refusal = words.say(refused.key(), locale, String.join(", ", refused.callers()));
            return page(process, refusal, HttpStatus.UNPROCESSABLE_ENTITY, actor);
        }
        return done(process, words.say(done, locale), flash);
    }

    private static ModelAndView done(String process, String toast, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", toast);
        return new ModelAndView("redirect:/processes/" + process + "/versions");
    }

    @PostMapping("/processes/{process}/moves")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView move(
            @PathVariable String process,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Locale locale) {
        var outcome = orders.order(actor, process, from, reason);
        if (outcome instanceof MoveOrders.Ordered.Refused refused) {
            return page(process, words.say(refused.key(), locale), HttpStatus.UNPROCESSABLE_ENTITY, actor);
        }
        return new ModelAndView("redirect:/process-moves/" + ((MoveOrders.Ordered.Begun) outcome).id());
    }

    @GetMapping("/process-moves/{id}")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-move")
    ModelAndView move(@PathVariable long id, Actor actor, Locale locale) {
        var order = orders.find(actor, id);
        return new ModelAndView("diagrams/move")
                .addObject("order", order)
                .addObject("source", processes.version(order.source()).orElseThrow())
                .addObject("target", processes.version(order.target()).orElseThrow())
                .addObject("stayed", stayed(orders.items(actor, id, MoveOrder.State.REFUSED), locale))
                .addObject("zone", VietnamTime.ZONE);
    }

    private List<Stayed> stayed(List<MoveOrder.Item> items, Locale locale) {
        var units = names.of(items.stream()
                .flatMap(item -> item.dossier().map(DossierKey::of).stream())
                .toList());
        return items.stream()
                .map(item -> new Stayed(
                        watchWords.called(item.dossier().map(DossierKey::of), units, locale),
                        "/process-cases/" + item.instance(),
                        item.reasons().stream()
                                .map(reason -> words.obstacle(reason.key(), reason.details(), locale))
                                .toList()))
                .toList();
    }

    private ModelAndView page(String process, String refusal, HttpStatusCode status, Actor actor) {
        var newest = processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
        Map<String, Integer> running = moves.running(process);
        return new ModelAndView("diagrams/versions", status)
                .addObject("process", newest)
                .addObject("versions", processes.versions(process))
                .addObject("releases", releases.of(actor, process))
                .addObject("running", running)
                .addObject("orders", orders.of(actor, process))
                .addObject("withdrawn", withdrawals.withdrawn(process))
                .addObject("refusal", refusal)
                .addObject("zone", VietnamTime.ZONE);
    }
}
