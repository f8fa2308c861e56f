package vn.lantoa.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lantoa.organization.OpenToSignedIn;

/** The front door leads to what waits for the person. */
@Controller
class HomeController {

    @GetMapping("/")
    @OpenToSignedIn
    String home() {
        return "redirect:/tasks";
    }
}
