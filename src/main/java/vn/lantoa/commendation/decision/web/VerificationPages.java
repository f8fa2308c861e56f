package vn.lantoa.commendation.decision.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import vn.lantoa.commendation.decision.Verifications;
import vn.lantoa.organization.OpenToAll;

/** "Tra cứu quyết định": whoever holds a decision's code asks whether it is genuine and in force. Says nothing else, to nobody. */
@Controller
class VerificationPages {

    private final Verifications verifications;

    VerificationPages(Verifications verifications) {
        this.verifications = verifications;
    }

    @OpenToAll
    @GetMapping("/verify")
    Object ask(@RequestParam(defaultValue = "") String code) {
        return code.isBlank() || code.length() > 100
                ? page(null, "")
                : "redirect:/verify/" + UriUtils.encodePathSegment(code.strip(), "UTF-8");
    }

    @OpenToAll
    @GetMapping("/verify/{code}")
    ModelAndView answer(@PathVariable String code, HttpServletRequest request) {
        var answer = verifications.ask(code, request.getRemoteAddr());
        var page = page(answer.name(), code.length() > 100 ? "" : code);
        if (answer == Verifications.Answer.WAIT) {
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        }
        return page;
    }

    private static ModelAndView page(String answer, String code) {
        var page = new ModelAndView("commendation/verify");
        page.addObject("answer", answer);
        page.addObject("code", code);
        return page;
    }
}
