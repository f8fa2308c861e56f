package vn.lantoa.commendation.decision.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.decision.Amendments;
import vn.lantoa.commendation.decision.AwardDecisions;
import vn.lantoa.commendation.decision.DecisionId;
import vn.lantoa.commendation.decision.DecisionNumbers;
import vn.lantoa.commendation.decision.DecisionPaper;
import vn.lantoa.commendation.decision.Namesakes;
import vn.lantoa.commendation.decision.Releases;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** One decision: its list, its document, and the acts that its state allows. */
@Controller
@RequestMapping("/awards/decisions/{id}")
class DecisionPage {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final AwardDecisions decisions;
    private final Releases releases;
    private final Amendments amendments;
    private final DecisionNumbers numbers;
    private final DecisionPaper paper;
    private final Namesakes namesakes;
    private final DecisionSheet sheet;

    DecisionPage(
            AwardDecisions decisions,
            Releases releases,
            Amendments amendments,
            DecisionNumbers numbers,
            DecisionPaper paper,
            Namesakes namesakes,
            DecisionSheet sheet) {
        this.decisions = decisions;
        this.releases = releases;
        this.amendments = amendments;
        this.numbers = numbers;
        this.paper = paper;
        this.namesakes = namesakes;
        this.sheet = sheet;
    }

    @GetMapping
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return sheet.show(actor, decision(id), null);
    }

    @GetMapping("/document.docx")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(paper.docx(actor, decision(id), DecisionPlaces.here()), "docx", DOCX);
    }

    @GetMapping("/document.pdf")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(paper.pdf(actor, decision(id), DecisionPlaces.here()), "pdf", MediaType.APPLICATION_PDF);
    }

    @PostMapping("/strikes")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView strike(
            @PathVariable String id,
            @RequestParam(required = false) String line,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.after(
                decisions.strike(actor, decision(id), line(line), reason),
                "struck",
                decision(id),
                actor,
                locale,
                flash);
    }

    /** Where a name and a year of birth took somebody else for the nominee. */
    @PostMapping("/namesakes")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView apart(
            @PathVariable String id,
            @RequestParam(required = false) String line,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.after(
                namesakes.apart(actor, decision(id), line(line), reason), "apart", decision(id), actor, locale, flash);
    }

    @PostMapping("/approval")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView approve(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        return sheet.after(decisions.approve(actor, decision(id)), "approved", decision(id), actor, locale, flash);
    }

    @PostMapping("/return")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView giveBack(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.after(
                decisions.giveBack(actor, decision(id), false, reason),
                "given-back",
                decision(id),
                actor,
                locale,
                flash);
    }

    @PostMapping("/drop")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView drop(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return sheet.after(
                decisions.giveBack(actor, decision(id), true, reason), "dropped", decision(id), actor, locale, flash);
    }

    /** Where there is no records office. */
    @PostMapping("/number")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView number(
            @PathVariable String id,
            @RequestParam(required = false) String number,
            @RequestParam(required = false) String symbol,
            @RequestParam(required = false) String date,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var given = new DocumentNumber(
                "QĐ", number != null && number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0, symbol, day(date));
        return sheet.after(numbers.give(actor, decision(id), given), "numbered", decision(id), actor, locale, flash);
    }

    @PostMapping("/release")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView release(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        return sheet.after(releases.release(actor, decision(id)), "released", decision(id), actor, locale, flash);
    }

    @PostMapping("/corrections")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView correct(
            @PathVariable String id,
            @RequestParam(required = false) String line,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var outcome = amendments.correct(actor, decision(id), line(line), name, reason);
        return sheet.after(outcome, "drafted", decision(id), actor, locale, flash);
    }

    @PostMapping("/annulments")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView annul(
            @PathVariable String id,
            @RequestParam(name = "line", required = false) List<String> lines,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        var chosen = lines == null
                ? List.<Long>of()
                : lines.stream().map(DecisionPage::line).toList();
        return sheet.after(
                amendments.annul(actor, decision(id), chosen, reason), "drafted", decision(id), actor, locale, flash);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String ending, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename("Quyết định khen thưởng." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }

    private static LocalDate day(String text) {
        return WrittenDay.posted(text).orElse(null);
    }

    private static DecisionId decision(String id) {
        return DecisionId.of(DecisionPlaces.number(id));
    }

    private static long line(String id) {
        return AddressId.is(id) ? Long.parseLong(id) : 0;
    }
}
