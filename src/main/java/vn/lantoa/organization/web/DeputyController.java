package vn.lantoa.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.Substitutions.Entry;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Stand-ins (người làm thay): one's own, and those of a unit for who leads or administers it. */
@Controller
class DeputyController {

    /** What the form asks. */
    record Form(
            String deputy,
            String post,
            List<String> process,
            Capacity capacity,
            String reason,
            @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) LocalDate to) {}

    private final Substitutions substitutions;
    private final Posts posts;
    private final Units units;
    private final Access access;
    private final DeputyPages pages;
    private final Clock clock;

    DeputyController(
            Substitutions substitutions, Posts posts, Units units, Access access, DeputyPages pages, Clock clock) {
        this.substitutions = substitutions;
        this.posts = posts;
        this.units = units;
        this.access = access;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/account/deputies")
    @OpenToSignedIn
    String own(Actor actor, Model model) {
        var whose = new LinkedHashMap<String, String>();
        if (!actor.holdings().isEmpty()) {
            whose.put("", pages.text("substitution.every-post"));
        }
        actor.holdings()
                .forEach(held ->
                        whose.put(value(actor.id(), held.post(), held.unit()), pages.post(held.post(), held.unit())));
        model.addAttribute("candidates", pages.near(actor.units(), actor.id()));
        return pages.show(substitutions.of(actor.id()), whose, "/account/deputies", model);
    }

    @PostMapping("/account/deputies")
    @OpenToSignedIn
    String enterOwn(
            Actor actor,
            Form form,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var entry = entry(actor.id(), form);
        return answer(
                substitutions.enter(actor, entry),
                "/account/deputies",
                typed,
                response,
                redirect,
                model,
                () -> own(actor, model));
    }

    @PostMapping("/account/deputies/{id}/end")
    @OpenToSignedIn
    String endOwn(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        return ended(substitutions.end(actor, id), "/account/deputies", redirect);
    }

    @GetMapping("/units/{id}/deputies")
    @Requires(value = Right.NAME_DEPUTY, of = "unit")
    String ofUnit(Actor actor, @PathVariable UnitId id, Model model) {
        access.require(actor, Right.SEE_UNIT, Right.NAME_DEPUTY, id);
        var unit = units.find(id).orElseThrow(() -> new NotVisible("unit " + id));
        var whose = new LinkedHashMap<String, String>();
        posts.holdersIn(id, LocalDate.now(clock))
                .forEach(holder -> whose.put(
                        value(holder.person().id(), holder.held().post(), id),
                        holder.person().name() + " – "
                                + pages.text("post." + holder.held().post().code())));
        model.addAttribute("unit", unit);
        model.addAttribute("candidates", pages.near(Set.of(id), null));
        return pages.show(substitutions.in(id), whose, "/units/" + id + "/deputies", model);
    }

    @PostMapping("/units/{id}/deputies")
    @Requires(value = Right.NAME_DEPUTY, of = "unit")
    String enter(
            Actor actor,
            @PathVariable UnitId id,
            Form form,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        access.require(actor, Right.SEE_UNIT, Right.NAME_DEPUTY, id);
        var change = holder(form.post(), id)
                .map(person -> substitutions.enter(actor, entry(person, form)))
                .orElseGet(() -> new Change.Refused(Change.Reason.POST_MISSING, "post"));
        return answer(
                change, "/units/" + id + "/deputies", typed, response, redirect, model, () -> ofUnit(actor, id, model));
    }

    @PostMapping("/units/{id}/deputies/{substitution}/end")
    @Requires(value = Right.NAME_DEPUTY, of = "unit")
    String end(Actor actor, @PathVariable UnitId id, @PathVariable long substitution, RedirectAttributes redirect) {
        access.require(actor, Right.SEE_UNIT, Right.NAME_DEPUTY, id);
        return ended(substitutions.endIn(actor, id, substitution), "/units/" + id + "/deputies", redirect);
    }

    private String answer(
            Change change,
            String page,
            Map<String, String> typed,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model,
            java.util.function.Supplier<String> again) {
        if (change instanceof Change.Refused refused) {
            pages.refuse(refused, typed, response, model);
            return again.get();
        }
        redirect.addFlashAttribute("toast", pages.text("substitution.entered"));
        return "redirect:" + page;
    }

    private String ended(Change change, String page, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "toast", pages.text(change.done() ? "substitution.ended" : "substitution.ended-before"));
        return "redirect:" + page;
    }

    private Entry entry(PersonId person, Form form) {
        var parts = parts(form.post());
        return new Entry(
                person,
                form.deputy(),
                parts == null ? null : Post.ofCode(parts[1]).orElse(null),
                parts == null ? null : UnitId.of(parts[2]),
                pages.chosen(form.process()),
                form.capacity(),
                form.reason(),
                form.from(),
                form.to());
    }

    /** Whose post of this unit it is; empty for anything else. */
    private static java.util.Optional<PersonId> holder(String value, UnitId unit) {
        var parts = parts(value);
        return parts == null || !parts[2].equals(unit.toString())
                ? java.util.Optional.empty()
                : java.util.Optional.of(PersonId.of(parts[0]));
    }

    private static String[] parts(String value) {
        return value == null || !value.matches("\\d{1,18}_[a-z-]{2,20}_\\d{1,18}") ? null : value.split("_");
    }

    private static String value(PersonId person, Post post, UnitId unit) {
        return person + "_" + post.code() + "_" + unit;
    }
}
