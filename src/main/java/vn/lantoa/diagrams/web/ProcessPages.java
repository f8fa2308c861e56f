package vn.lantoa.diagrams.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.ProcessDrafts;
import vn.lantoa.diagrams.ProcessSight;
import vn.lantoa.diagrams.watch.ProcessWatch;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Cấu hình quy trình": the processes in service, and one of them with its versions and drafts. */
@Controller
class ProcessPages {

    private static final int LONGEST_TITLE = 200;

    private static final Comparator<ProcessFiles.Version> BY_NAME =
            Comparator.comparing(ProcessFiles.Version::name, Collator.getInstance(Locale.forLanguageTag("vi")));

    private final ProcessFiles processes;
    private final ProcessDrafts drafts;
    private final ProcessSight sight;
    private final ProcessWatch watch;
    private final MessageSource messages;

    ProcessPages(
            ProcessFiles processes,
            ProcessDrafts drafts,
            ProcessSight sight,
            ProcessWatch watch,
            MessageSource messages) {
        this.processes = processes;
        this.drafts = drafts;
        this.sight = sight;
        this.watch = watch;
        this.messages = messages;
    }

    @GetMapping("/processes")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    String all(Actor actor, Model model) {
        sight.require(actor);
        model.addAttribute(
                "processes", processes.newest().stream().sorted(BY_NAME).toList());
        model.addAttribute("running", watch.running(actor));
        model.addAttribute("zone", VietnamTime.ZONE);
        return "diagrams/processes";
    }

    @GetMapping("/processes/{process}")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    String one(@PathVariable String process, Actor actor, Model model) {
        sight.require(actor);
        var version = processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
        model.addAttribute("process", version);
        model.addAttribute("versions", processes.versions(process));
        model.addAttribute("drafts", drafts.of(actor, process));
        model.addAttribute("zone", VietnamTime.ZONE);
        return "diagrams/process";
    }

    @PostMapping("/processes/{process}/drafts")
    @Requires(value = Right.DRAW_PROCESS, sight = Right.DRAW_PROCESS, of = "process-version")
    String begin(
            @PathVariable String process, @RequestParam(defaultValue = "") String title, Actor actor, Locale locale) {
        sight.require(actor);
        var given = title.strip();
        var name = given.isEmpty() ? messages.getMessage("process.draft.unnamed", null, locale) : given;
        return "redirect:/process-drafts/"
                + drafts.begin(actor, process, name.substring(0, Math.min(name.length(), LONGEST_TITLE)));
    }
}
