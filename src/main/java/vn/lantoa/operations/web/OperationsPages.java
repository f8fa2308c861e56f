package vn.lantoa.operations.web;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.operations.Operations;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Vận hành": how the installation is, and what to do where it is not well. */
@Controller
class OperationsPages {

    private final Operations operations;
    private final OperationsWords words;

    OperationsPages(Operations operations, OperationsWords words) {
        this.operations = operations;
        this.words = words;
    }

    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @GetMapping("/operations")
    String overview(Actor actor, Model model) {
        var now = operations.overview(actor);
        model.addAttribute("now", now);
        model.addAttribute("calling", now.calling());
        model.addAttribute("at", Instant.now());
        model.addAttribute("words", words);
        return "operations/overview";
    }
}
