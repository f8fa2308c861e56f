package vn.lantoa.tasklist.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Handovers;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.tasklist.Tasklist;

/** The page "Việc cần xử lý". */
@Controller
class TaskListController {

    private final Tasklist tasklist;
    private final SavedViews savedViews;
    private final Handovers handovers;

    TaskListController(Tasklist tasklist, SavedViews savedViews, Handovers handovers) {
        this.tasklist = tasklist;
        this.savedViews = savedViews;
        this.handovers = handovers;
    }

    @OpenToSignedIn
    @GetMapping("/tasks")
    String list(Actor actor, @ModelAttribute("address") ListAddress address, Model model) {
        model.addAttribute("overview", tasklist.overview(actor, address.toFilter()));
        model.addAttribute("actor", actor);
        model.addAttribute("saved", savedViews.of(actor));
        model.addAttribute("handovers", handovers.waitingFor(actor.id()));
        return "tasklist/list";
    }

    /** Rows that left or arrived, and the search while typing. */
    @HxRequest
    @OpenToSignedIn
    @GetMapping("/tasks")
    String rows(Actor actor, @ModelAttribute("address") ListAddress address, Model model) {
        return list(actor, address, model) + " :: answer";
    }
}
