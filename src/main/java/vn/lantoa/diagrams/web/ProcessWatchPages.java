package vn.lantoa.diagrams.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lantoa.diagrams.watch.CaseDesk;
import vn.lantoa.diagrams.watch.CaseNames;
import vn.lantoa.diagrams.watch.ProcessWatch;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.CaseLists;
import vn.lantoa.engine.FailedJobs;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Theo dõi": a process at work on its drawing, what failed, and its cases step by step. */
@Controller
class ProcessWatchPages {

    /** A dossier as its page's address or its key names it. */
    private static final Pattern DOSSIER =
            Pattern.compile("(?:.*/dossiers/)?([a-z][a-z-]*)[:/]([^/:?#\\s]+)(?:[/?#].*)?");

    private final ProcessWatch watch;
    private final CaseDesk desk;
    private final CaseNames names;
    private final WatchWords words;

    ProcessWatchPages(ProcessWatch watch, CaseDesk desk, CaseNames names, WatchWords words) {
        this.watch = watch;
        this.desk = desk;
        this.names = names;
        this.words = words;
    }

    /** The drawing with what is told of its steps; public accessors for the island. */
    record Drawing(String xml, List<WatchWords.Mark> loads) {}

    @GetMapping("/processes/{process}/watch")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView show(@PathVariable String process, Actor actor) {
        var sighted = watch.of(actor, process);
        return new ModelAndView("diagrams/watch")
                .addObject("process", sighted.version())
                .addObject("steps", sighted.steps())
                .addObject("failed", sighted.failed())
                .addObject("units", units(sighted.failed().stream().map(FailedJobs.Failed::dossier)))
                .addObject("words", words);
    }

    @GetMapping("/processes/{process}/watch.json")
    @ResponseBody
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    Drawing drawing(@PathVariable String process, Actor actor, Locale locale) {
        var sighted = watch.of(actor, process);
        return new Drawing(
                sighted.drawing(),
                sighted.steps().stream().map(step -> words.mark(step, locale)).toList());
    }

    @GetMapping("/processes/{process}/cases")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    ModelAndView cases(
            @PathVariable String process,
            @RequestParam(required = false) String step,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "") String q,
            Actor actor) {
        var asked = q.strip();
        var found = asked.isEmpty() ? Optional.<CaseLists.Case>empty() : caseOf(actor, process, asked);
        if (found.isPresent()) {
            return new ModelAndView("redirect:/process-cases/" + found.get().instance());
        }
        var on = Optional.ofNullable(step).filter(one -> !one.isBlank());
        var listed = watch.cases(actor, process, on, Optional.ofNullable(after).filter(one -> !one.isBlank()));
        var page = listed.page();
        return new ModelAndView("diagrams/cases")
                .addObject("process", listed.version())
                .addObject("steps", listed.steps())
                .addObject("step", on.orElse(""))
                .addObject("q", asked)
                .addObject("cases", page.items())
                .addObject("units", units(page.items().stream().map(CaseLists.Case::dossier)))
                .addObject("first", after == null ? null : address(process, on, null))
                .addObject("next", page.next() == null ? null : address(process, on, page.next()))
                .addObject("words", words);
    }

    private Optional<CaseLists.Case> caseOf(Actor actor, String process, String asked) {
        var named = DOSSIER.matcher(asked);
        if (!named.matches()) {
            return Optional.empty();
        }
        try {
            return desk.caseOf(actor, process, new DossierKey(named.group(1), named.group(2)));
        } catch (IllegalArgumentException namesNoDossier) {
            return Optional.empty();
        }
    }

    private Map<DossierKey, String> units(Stream<Optional<DossierKey>> dossiers) {
        return names.of(dossiers.flatMap(Optional::stream).distinct().toList());
    }

    private static String address(String process, Optional<String> step, String after) {
        return UriComponentsBuilder.fromPath("/processes/{process}/cases")
                .queryParamIfPresent("step", step)
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .build(process)
                .toString();
    }
}
