package vn.lantoa.commendation.decision.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.decision.Amendments;
import vn.lantoa.commendation.decision.AwardDecisions;
import vn.lantoa.commendation.decision.DecisionId;
import vn.lantoa.commendation.decision.DecisionNumbers;
import vn.lantoa.commendation.decision.DecisionOutcome;
import vn.lantoa.commendation.decision.DecisionPaper;
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
    private final DecisionPlaces places;
    private final MessageSource messages;

    DecisionPage(
            AwardDecisions decisions,
            Releases releases,
            Amendments amendments,
            DecisionNumbers numbers,
            DecisionPaper paper,
            DecisionPlaces places,
            MessageSource messages) {
        this.decisions = decisions;
        this.releases = releases;
        this.amendments = amendments;
        this.numbers = numbers;
        this.paper = paper;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView show(@PathVariable String id, Actor actor) {
        return page(actor, decision(id), null);
    }

    @GetMapping("/document.docx")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(paper.docx(actor, decision(id), here()), "docx", DOCX);
    }

    @GetMapping("/document.pdf")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(paper.pdf(actor, decision(id), here()), "pdf", MediaType.APPLICATION_PDF);
    }

    /** For the address on the paper, where the installation has not said its own. */
    private static String here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
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
        return after(decisions.strike(actor, decision(id), line(line), reason), "struck", id, actor, locale, flash);
    }

    @PostMapping("/approval")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView approve(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        return after(decisions.approve(actor, decision(id)), "approved", id, actor, locale, flash);
    }

    @PostMapping("/return")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView giveBack(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return after(decisions.giveBack(actor, decision(id), false, reason), "given-back", id, actor, locale, flash);
    }

    @PostMapping("/drop")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView drop(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes flash) {
        return after(decisions.giveBack(actor, decision(id), true, reason), "dropped", id, actor, locale, flash);
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
        return after(numbers.give(actor, decision(id), given), "numbered", id, actor, locale, flash);
    }

    @PostMapping("/release")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "award-decision")
    ModelAndView release(@PathVariable String id, Actor actor, Locale locale, RedirectAttributes flash) {
        return after(releases.release(actor, decision(id)), "released", id, actor, locale, flash);
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
        return after(outcome, "drafted", id, actor, locale, flash);
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
        return after(amendments.annul(actor, decision(id), chosen, reason), "drafted", id, actor, locale, flash);
    }

    private ModelAndView after(
            DecisionOutcome outcome, String said, String id, Actor actor, Locale locale, RedirectAttributes flash) {
        if (outcome instanceof DecisionOutcome.Done done) {
            flash.addFlashAttribute("toast", messages.getMessage("decision.toast." + said, null, locale));
            return new ModelAndView("redirect:/awards/decisions/" + done.decision());
        }
        return page(actor, decision(id), DecisionPlaces.words(messages, outcome, locale));
    }

    private ModelAndView page(Actor actor, DecisionId id, String refusal) {
        var view = decisions.find(actor, id, "decision");
        var unit = view.decision().unit();
        var page = new ModelAndView("commendation/decision");
        page.addObject("view", view);
        page.addObject("decision", view.decision());
        page.addObject("unitName", places.unitName(unit));
        page.addObject("drafts", places.may(actor, Right.REVIEW_NOMINATION, unit));
        page.addObject("decides", places.may(actor, Right.DECIDE_AWARD, unit));
        page.addObject("money", new Money());
        page.addObject("numbers", numbers.byOfficer(unit));
        page.addObject("proposal", numbers.proposal(unit));
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Sums as the page writes them. */
    static final class Money {

        public String of(Long dong) {
            return dong == null || dong == 0 ? "" : vn.lantoa.commendation.decision.PrizeMoney.figures(dong);
        }

        public String words(long dong) {
            return vn.lantoa.commendation.WrittenNumbers.ofMoney(dong);
        }
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
