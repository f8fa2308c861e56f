package vn.lantoa.commendation.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.commendation.privacy.DataRequest;
import vn.lantoa.commendation.privacy.DataRequestOutcome;
import vn.lantoa.commendation.privacy.DataRequests;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** "Yêu cầu về dữ liệu cá nhân": what was asked, how long there is, and the sheet that is handed over. */
@Controller
@RequestMapping("/awards/data-requests")
class DataRequestPages {

    private final DataRequests requests;
    private final Nominations nominations;
    private final MessageSource messages;

    DataRequestPages(DataRequests requests, Nominations nominations, MessageSource messages) {
        this.requests = requests;
        this.nominations = nominations;
        this.messages = messages;
    }

    /** A row of the list. */
    record Line(DataRequest request, String nomination) {}

    /** What the form posts, as it was typed. */
    record Form(String nomination, String kind, String receivedOn, String channel) {}

    /** The list holds only what the person's own units answer. */
    @GetMapping
    @OpenToSignedIn
    ModelAndView list(Actor actor) {
        return page(actor, new Form("", "", "", ""), Map.of());
    }

    @PostMapping
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION)
    ModelAndView record(@ModelAttribute Form form, Actor actor, Locale locale, RedirectAttributes flash) {
        var outcome = requests.record(
                actor,
                form.nomination(),
                DataRequestJson.kind(form.kind()),
                DataRequestJson.day(form.receivedOn()),
                DataRequestJson.channel(form.channel()));
        if (outcome instanceof DataRequestOutcome.Done done) {
            flash.addFlashAttribute("toast", messages.getMessage("privacy.recorded", null, locale));
            return new ModelAndView("redirect:/dossiers/data-request/" + done.id());
        }
        var refused = (DataRequestOutcome.Refused) outcome;
        var words = messages.getMessage(refused.message(), refused.args().toArray(), locale);
        var page = page(actor, form, Map.of(refused.field(), words));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Only whoever carries the request out may take the sheet, and each time is logged. */
    @GetMapping("/{id}/extract")
    @Requires(value = Right.PROPOSE_AWARD, sight = Right.SEE_NOMINATION, of = "data-request")
    ModelAndView extract(@PathVariable String id, Actor actor) {
        return new ModelAndView("commendation/data-extract")
                .addObject("held", requests.extract(actor, DataRequestJson.id(id)));
    }

    private ModelAndView page(Actor actor, Form form, Map<String, String> errors) {
        var of = requests.of(actor);
        var known = nominations.findAll(
                of.stream().map(DataRequest::nomination).distinct().toList());
        List<Line> lines = of.stream()
                .map(one -> new Line(one, known.get(one.nomination()).number()))
                .toList();
        return new ModelAndView("commendation/data-requests")
                .addObject("lines", lines)
                .addObject("records", !requests.recordingFor(actor).isEmpty())
                .addObject("kinds", DataRequest.Kind.values())
                .addObject("channels", DataRequest.Channel.values())
                .addObject("form", form)
                .addObject("errors", errors);
    }
}
