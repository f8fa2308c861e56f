package vn.lantoa.commendation.decision.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.decision.Honours;
import vn.lantoa.commendation.decision.Verifications;
import vn.lantoa.organization.OpenToSignedIn;

/** The roll of honour, and whether a decision is genuine, under {@code /api/v1}: open to everybody who signed in. */
@RestController
@RequestMapping("/api/v1")
class HonourApi {

    private final Honours honours;
    private final Verifications verifications;

    HonourApi(Honours honours, Verifications verifications) {
        this.honours = honours;
        this.verifications = verifications;
    }

    /** It names only those who agreed to be named; {@code count} is of the whole year. */
    @GetMapping("/award-honours")
    @OpenToSignedIn
    Map<String, Object> honours(
            @RequestParam int year,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String after) {
        var page = honours.of(year, q.length() > 100 ? "" : q, after);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("years", honours.years());
        answer.put("count", honours.count(year));
        answer.put("items", page.items());
        answer.put("next", page.next());
        return answer;
    }

    /** {@code answer}: IN_FORCE, PARTLY, ANNULLED, UNKNOWN, and WAIT (429) after too many wrong codes; nothing else is said. */
    @GetMapping("/award-verifications/{code}")
    @OpenToSignedIn
    ResponseEntity<Map<String, Object>> verify(@PathVariable String code, HttpServletRequest request) {
        var answer = verifications.ask(code, request.getRemoteAddr());
        return ResponseEntity.status(answer == Verifications.Answer.WAIT ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK)
                .body(Map.of("answer", answer));
    }
}
