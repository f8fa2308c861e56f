package vn.lantoa.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.UnitId;

/** The answer to a form on a unit's page. */
@Component
class ChangeAnswers {

    private final UnitPages pages;

    ChangeAnswers(UnitPages pages) {
        this.pages = pages;
    }

    /** The page anew when it is done; the same page with what was typed, the form open and the reason at its field when it was refused. */
    String of(
            Change change,
            String act,
            Actor actor,
            UnitId unit,
            Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (change instanceof Change.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("act", act);
            model.addAttribute("form", form);
            model.addAttribute("field", refused.field());
            model.addAttribute("reason", pages.text("organization.refused." + refused.reason()));
            return pages.unit(actor, unit, null, null, model);
        }
        redirect.addFlashAttribute("toast", pages.text("organization.done"));
        return "redirect:/units/" + unit;
    }
}
