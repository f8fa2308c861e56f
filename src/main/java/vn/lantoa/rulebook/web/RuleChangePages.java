package vn.lantoa.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.rulebook.RuleAnswer;
import vn.lantoa.rulebook.RuleTable;
import vn.lantoa.rulebook.Rulebook;

/** Changing a rule: the form, what the change does, and only then the change itself. */
@Controller
class RuleChangePages {

    private final Rulebook rulebook;
    private final RuleViews views;
    private final RuleWords words;
    private final Access access;
    private final MessageSource messages;
    private final Clock clock;

    RuleChangePages(
            Rulebook rulebook, RuleViews views, RuleWords words, Access access, MessageSource messages, Clock clock) {
        this.rulebook = rulebook;
        this.views = views;
        this.words = words;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/rules/change")
    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    String form(@RequestParam Map<String, String> asked, Actor actor, Model model) {
        access.require(actor, Right.OPERATE);
        return open(asked, null, model);
    }

    @PostMapping("/rules/change")
    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    String change(
            @RequestParam Map<String, String> posted,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        access.require(actor, Right.OPERATE);
        return act(posted, null, actor, locale, response, flash, model);
    }

    @GetMapping("/rules/units/{id}/change")
    @Requires(value = Right.MANAGE_RULES, sight = Right.SEE_UNIT, of = "unit")
    String formOfBranch(@PathVariable String id, @RequestParam Map<String, String> asked, Actor actor, Model model) {
        return open(asked, branch(actor, id), model);
    }

    @PostMapping("/rules/units/{id}/change")
    @Requires(value = Right.MANAGE_RULES, sight = Right.SEE_UNIT, of = "unit")
    String changeOfBranch(
            @PathVariable String id,
            @RequestParam Map<String, String> posted,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return act(posted, branch(actor, id), actor, locale, response, flash, model);
    }

    @PostMapping("/rules/confirmation")
    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    String confirm(
            @RequestParam(defaultValue = "deadlines") String table,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        rulebook.confirm(actor, table);
        flash.addFlashAttribute("toast", messages.getMessage("rulebook.toast.confirmed", null, locale));
        return "redirect:/rules/" + table;
    }

    private UnitId branch(Actor actor, String id) {
        var unit = UnitId.inAddress(id);
        access.require(actor, Right.SEE_UNIT, Right.MANAGE_RULES, unit);
        return unit;
    }

    private String open(Map<String, String> asked, UnitId unit, Model model) {
        var table = table(asked, unit);
        if (table == null) {
            return "redirect:/rules";
        }
        var form = asked.containsKey("key")
                ? RuleForm.of(table, unit, asked.get("key"), asked.get("corrects"), "true".equals(asked.get("ends")))
                : RuleForm.EMPTY;
        return page(table, unit, form, model);
    }

    private String act(
            Map<String, String> posted,
            UnitId unit,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var table = table(posted, unit);
        if (table == null) {
            return "redirect:/rules";
        }
        var form = RuleForm.of(table, posted);
        if ("edit".equals(posted.get("act"))) {
            return page(table, unit, form, model);
        }
        var draft = form.draft(table, unit);
        var answer = "save".equals(posted.get("act")) ? rulebook.save(actor, draft) : rulebook.propose(actor, draft);
        if (answer instanceof RuleAnswer.Refused refused) {
            var errors = new LinkedHashMap<String, String>();
            refused.refusals().forEach(one -> errors.putIfAbsent(one.field(), words.of(one.why(), locale)));
            model.addAttribute("errors", errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        if (answer instanceof RuleAnswer.Preview preview) {
            model.addAttribute(
                    "preview",
                    preview.sentences().stream()
                            .map(one -> words.of(one, locale))
                            .toList());
        }
        if (answer instanceof RuleAnswer.Saved) {
            flash.addFlashAttribute("toast", messages.getMessage("rulebook.toast.saved", null, locale));
            return "redirect:/rules/" + table.code();
        }
        return page(table, unit, form, model);
    }

    private RuleTable table(Map<String, String> params, UnitId unit) {
        return rulebook.find(params.getOrDefault("table", ""))
                .filter(found -> found.ofBranches() == (unit != null))
                .orElse(null);
    }

    private String page(RuleTable table, UnitId unit, RuleForm form, Model model) {
        model.addAttribute("table", table);
        model.addAttribute("unit", unit);
        model.addAttribute("unitName", views.name(unit));
        model.addAttribute("form", form);
        model.addAttribute("words", words);
        model.addAttribute("today", LocalDate.now(clock));
        return "rulebook/change";
    }
}
