package vn.lantoa.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Coordinations;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.organization.Units;

/** The forms that change the tree. Each answers with the unit's page: anew after the change, or with the reason of the refusal at its field. */
@Controller
class UnitChangeController {

    private final UnitRegister register;
    private final Coordinations coordinations;
    private final Units units;
    private final ChangeAnswers answers;

    UnitChangeController(UnitRegister register, Coordinations coordinations, Units units, ChangeAnswers answers) {
        this.register = register;
        this.coordinations = coordinations;
        this.units = units;
        this.answers = answers;
    }

    @PostMapping("/units/{id}/subordinates")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String found(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) UnitKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var founding = new UnitRegister.Founding(code.strip().toUpperCase(Locale.ROOT), name, kind, id, from, phone);
        return answers.of(register.found(actor, founding), "found", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/name")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String rename(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answers.of(register.rename(actor, id, name, from), "rename", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/superior")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String move(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var change = withUnit(actor, id, parent, "parent", other -> register.move(actor, id, other, from));
        return answers.of(change, "move", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/merger")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String merge(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate on,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var change = withUnit(actor, id, into, "into", other -> register.merge(actor, id, other, on));
        return answers.of(change, "merge", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/closing")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String close(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answers.of(register.close(actor, id, lastDay), "close", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/phone")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String changePhone(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answers.of(register.changePhone(actor, id, phone), "phone", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/coordinations")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String coordinate(
            Actor actor,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var change = coordinations.begin(actor, id, province.toUpperCase(Locale.ROOT), from);
        return answers.of(change, "coordinate", actor, id, form, response, redirect, model);
    }

    @PostMapping("/units/{id}/coordinations/{province}/end")
    @Requires(value = Right.MANAGE_UNITS, of = "unit")
    String endCoordination(
            Actor actor,
            @PathVariable UnitId id,
            @PathVariable UnitId province,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return answers.of(
                coordinations.end(actor, id, province), "coordinate", actor, id, Map.of(), response, redirect, model);
    }

    /** A code nobody has is told only to those who may change the unit at all. */
    private Change withUnit(Actor actor, UnitId id, String code, String field, Function<UnitId, Change> act) {
        register.requireManaged(actor, id);
        return units.findByCode(code.strip().toUpperCase(Locale.ROOT))
                .map(unit -> act.apply(unit.id()))
                .orElseGet(() -> new Change.Refused(Change.Reason.PARENT_UNKNOWN, field));
    }
}
