package vn.lantoa.demo.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.demo.MailTray;
import vn.lantoa.organization.OpenToSignedIn;

/** The demo's mail tray: open to all who try it, since its people are invented. */
@Controller
@Profile("demo")
class MailTrayController {

    private final MailTray tray;

    MailTrayController(MailTray tray) {
        this.tray = tray;
    }

    @OpenToSignedIn
    @GetMapping("/demo/mail")
    String tray(Model model) {
        model.addAttribute("mails", tray.latest());
        model.addAttribute("zone", VietnamTime.ZONE);
        return "demo/mail";
    }
}
