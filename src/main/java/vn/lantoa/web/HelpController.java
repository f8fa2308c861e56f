package vn.lantoa.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.OpenToSignedIn;

/** "Trợ giúp": one page for each thing people come to do, in their language. */
@Controller
class HelpController {

    static final List<String> FOR_EVERYBODY = List.of(
            "report", "approve", "accept", "return", "enter", "awards", "models", "spread", "letters", "stand-in");
    static final List<String> FOR_ADMINISTRATORS =
            List.of("units", "slips", "handover", "rules", "processes", "backup", "operations");

    @GetMapping("/help")
    @OpenToSignedIn
    String topics(Actor actor, Model model) {
        model.addAttribute("everybody", FOR_EVERYBODY);
        model.addAttribute("administrators", FOR_ADMINISTRATORS);
        return "help/topics";
    }

    @GetMapping("/help/{topic}")
    @OpenToSignedIn
    String topic(@PathVariable String topic, Actor actor, Locale locale, Model model) {
        if (!FOR_EVERYBODY.contains(topic) && !FOR_ADMINISTRATORS.contains(topic)) {
            throw new NotVisible("help " + topic);
        }
        model.addAttribute("topic", topic);
        model.addAttribute("texts", locale.getLanguage().equals("en") ? "help/en" : "help/vi");
        return "help/topic";
    }
}
