package vn.lantoa.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.HandoverRights;
import vn.lantoa.organization.Handovers;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Bàn giao: what lies open in a post, to whom it goes, and the successor's answer. */
@Controller
class HandoverController {

    private final Handovers handovers;
    private final HandoverRights rights;
    private final Units units;
    private final MessageSource messages;

    HandoverController(Handovers handovers, HandoverRights rights, Units units, MessageSource messages) {
        this.handovers = handovers;
        this.rights = rights;
        this.units = units;
        this.messages = messages;
    }

    @GetMapping("/units/{id}/holders/{holding}/handover")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String prepare(Actor actor, @PathVariable UnitId id, @PathVariable long holding, Model model) {
        return form(actor, id, holding, "/units/" + id + "/holders/" + holding + "/handover", model);
    }

    @PostMapping("/units/{id}/holders/{holding}/handover")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String offer(
            Actor actor,
            @PathVariable UnitId id,
            @PathVariable long holding,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "true") boolean claims,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!rights.holding(actor, holding).held().unit().equals(id)) {
            throw new NotVisible("holding " + holding);
        }
        var change = handovers.offer(actor, holding, new Handovers.Offer(successor, lastDay, claims, note));
        return offered(change, typed, response, redirect, model, () -> prepare(actor, id, holding, model));
    }

    @GetMapping("/account/posts/{holding}/handover")
    @OpenToSignedIn
    String prepareOwn(Actor actor, @PathVariable long holding, Model model) {
        return form(actor, null, holding, "/account/posts/" + holding + "/handover", model);
    }

    @PostMapping("/account/posts/{holding}/handover")
    @OpenToSignedIn
    String offerOwn(
            Actor actor,
            @PathVariable long holding,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
            @RequestParam(defaultValue = "true") boolean claims,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!rights.holding(actor, holding).person().id().equals(actor.id())) {
            throw new NotVisible("holding " + holding);
        }
        var change = handovers.offer(actor, holding, new Handovers.Offer(successor, lastDay, claims, note));
        return offered(change, typed, response, redirect, model, () -> prepareOwn(actor, holding, model));
    }

    @GetMapping("/handovers/{id}")
    @OpenToSignedIn
    String show(Actor actor, @PathVariable long id, Model model) {
        var handover = handovers.find(actor, id);
        model.addAttribute("handover", handover);
        model.addAttribute("unit", units.find(handover.unit()).orElseThrow());
        model.addAttribute("asked", handover.open() && handover.successor().id().equals(actor.id()));
        model.addAttribute("mayWithdraw", rights.mayWithdraw(actor, handover));
        model.addAttribute("duties", handovers.open(handover));
        return "organization/handover";
    }

    @PostMapping("/handovers/{id}/acceptance")
    @OpenToSignedIn
    String accept(
            Actor actor,
            @PathVariable long id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answered(handovers.accept(actor, id), "handover.accepted", actor, id, response, redirect, model);
    }

    @PostMapping("/handovers/{id}/refusal")
    @OpenToSignedIn
    String decline(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answered(handovers.decline(actor, id, why), "handover.declined", actor, id, response, redirect, model);
    }

    @PostMapping("/handovers/{id}/withdrawal")
    @OpenToSignedIn
    String withdraw(
            Actor actor,
            @PathVariable long id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answered(handovers.withdraw(actor, id), "handover.withdrawn", actor, id, response, redirect, model);
    }

    private String form(Actor actor, UnitId unit, long holding, String action, Model model) {
        var holder = rights.holding(actor, holding);
        if (unit == null
                ? !holder.person().id().equals(actor.id())
                : !holder.held().unit().equals(unit)) {
            throw new NotVisible("holding " + holding);
        }
        model.addAttribute("holder", holder);
        model.addAttribute("unit", units.find(holder.held().unit()).orElseThrow());
        model.addAttribute("duties", handovers.open(holder.held()));
        model.addAttribute("candidates", rights.candidates(actor, holder));
        model.addAttribute("appoints", rights.appoints(actor, holder.held()));
        model.addAttribute("action", action);
        return "organization/handover-form";
    }

    private String offered(
            Change change,
            Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model,
            java.util.function.Supplier<String> again) {
        if (change instanceof Change.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("form", typed);
            model.addAttribute("field", refused.field());
            model.addAttribute("reason", text("organization.refused." + refused.reason()));
            return again.get();
        }
        redirect.addFlashAttribute("toast", text("handover.offered"));
        return "redirect:/handovers/" + ((Change.Done) change).id();
    }

    private String answered(
            Change change,
            String done,
            Actor actor,
            long id,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (change instanceof Change.Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("reason", text("organization.refused." + refused.reason()));
            return show(actor, id, model);
        }
        redirect.addFlashAttribute("toast", text(done));
        return "redirect:/handovers/" + id;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
