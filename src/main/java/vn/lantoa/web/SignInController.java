package vn.lantoa.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lantoa.organization.OpenToAll;

/** The page that asks for name and password. The button reads "Đăng nhập". */
@Controller
class SignInController {

    private final OidcSettings oidcSettings;

    SignInController(OidcSettings oidcSettings) {
        this.oidcSettings = oidcSettings;
    }

    @GetMapping("/login")
    @OpenToAll
    String login(
            @RequestParam(required = false) String next,
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String oidc,
            Model model) {
        model.addAttribute("next", PageRoutes.isOwnPath(next) ? next : null);
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", out != null);
        model.addAttribute("oidc", oidc == null || !oidc.matches("failed|unknown|blocked") ? null : oidc);
        model.addAttribute("oidcName", oidcSettings.on() ? oidcSettings.name() : null);
        model.addAttribute("wait", wait == null ? null : Math.max(1, Math.min(15, wait)));
        return "web/login";
    }
}
