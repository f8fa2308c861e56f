package vn.lantoa.rulebook.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Post;
import vn.lantoa.rulebook.RuleTable;
import vn.lantoa.rulebook.Rulebook;

/** "Danh mục": every dated rule, readable for everybody to whom it applies. */
@Controller
class RulePages {

    private final Rulebook rulebook;
    private final RuleViews views;

    RulePages(Rulebook rulebook, RuleViews views) {
        this.rulebook = rulebook;
        this.views = views;
    }

    @GetMapping("/rules")
    @OpenToSignedIn
    String tables(Actor actor, Model model) {
        model.addAttribute("tables", views.tables(actor));
        return "rulebook/tables";
    }

    @GetMapping("/rules/{table}")
    @OpenToSignedIn
    String table(
            @PathVariable String table,
            @RequestParam(defaultValue = "false") boolean past,
            Actor actor,
            Locale locale,
            Model model) {
        var found = find(table);
        model.addAttribute("table", found);
        model.addAttribute("past", past);
        model.addAttribute("rows", views.rows(found, actor, past, locale));
        model.addAttribute("administers", actor.holds(Post.ADMINISTRATOR));
        if (found.ofBranches()) {
            model.addAttribute("branches", views.ownBranches(actor));
        }
        return "rulebook/table";
    }

    @GetMapping("/rules/{table}/history")
    @OpenToSignedIn
    String history(@PathVariable String table, Actor actor, Locale locale, Model model) {
        var found = find(table);
        model.addAttribute("table", found);
        model.addAttribute("changes", views.history(found, actor, locale));
        return "rulebook/history";
    }

    private RuleTable find(String code) {
        return rulebook.find(code).orElseThrow(() -> new NotVisible("rules " + code));
    }
}
