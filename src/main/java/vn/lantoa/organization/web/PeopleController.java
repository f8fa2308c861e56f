package vn.lantoa.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Appointments;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The forms about people: appointing, ending a post, opening an account, blocking. */
@Controller
class PeopleController {

    private final Appointments appointments;
    private final Accounts accounts;
    private final People people;
    private final UnitPages pages;
    private final ChangeAnswers answers;

    PeopleController(
            Appointments appointments, Accounts accounts, People people, UnitPages pages, ChangeAnswers answers) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.people = people;
        this.pages = pages;
        this.answers = answers;
    }

    @PostMapping("/units/{id}/holders")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String appoint(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(required = false) Capacity capacity,
            @RequestParam(defaultValue = "") String responsibility,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var appointment = new Appointments.Appointment(
                username, Post.ofCode(post).orElse(null), id, capacity, responsibility, from, to);
        return answers.of(
                appointments.appoint(actor, appointment), "appoint", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/holders/{holding}/end")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String end(
            Actor actor,
            @PathVariable UnitId id,
            @PathVariable long holding,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answers.of(
                appointments.end(actor, id, holding, lastDay),
                "end-" + holding,
                actor,
                id,
                form,
                response,
                redirect,
                model);
    }

    @PostMapping("/units/{id}/people")
    @Requires(value = Right.MANAGE_PEOPLE, of = "unit")
    String open(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var change = accounts.open(actor, new Accounts.Opening(username, name, email, phone, id));
        if (change instanceof Change.Done done) {
            var person = person(PersonId.of(done.id()));
            redirect.addFlashAttribute("toast", pages.text("organization.opened", person.username()));
            return "redirect:/units/" + id + "/slips?person=" + person.id();
        }
        return answers.of(change, "open", actor, id, form, response, redirect, model);
    }

    @PostMapping("/people/{id}/block")
    @Requires(value = Right.MANAGE_PEOPLE, of = "person")
    String block(
            Actor actor,
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "true") boolean blocked,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var change = accounts.block(actor, id, blocked);
        return answers.of(change, "block-" + id, actor, person(id).homeUnit(), Map.of(), response, redirect, model);
    }

    private Person person(PersonId id) {
        return people.find(id).orElseThrow(() -> new NotVisible("person " + id));
    }
}
