package vn.lantoa.tasklist.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.tasklist.Tasklist;

/** The page "Việc cần xử lý". */
@Controller
class TaskListController {

    private final Tasklist tasklist;

    TaskListController(Tasklist tasklist) {
        this.tasklist = tasklist;
    }

    /** To htmx (rows that left or arrived, a search while typing) the same page answers: it takes out what it shows. */
    @OpenToSignedIn
    @GetMapping("/tasks")
    String list(Actor actor, @ModelAttribute("address") ListAddress address, Model model) {
        model.addAttribute("overview", tasklist.overview(actor, address.toFilter()));
        model.addAttribute("actor", actor);
        return "tasklist/list";
    }
}
