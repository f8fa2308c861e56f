package vn.lantoa.commendation.slate.web;

import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.lantoa.commendation.slate.Postings;
import vn.lantoa.commendation.slate.ProposalPaper;
import vn.lantoa.commendation.slate.Proposals;
import vn.lantoa.commendation.slate.Slates;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** "Tờ trình": made of what a level puts forward, downloaded as Word or PDF, numbered by the records office. */
@Controller
class ProposalPages {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Proposals proposals;
    private final ProposalPaper paper;
    private final Slates slates;
    private final SlatePlaces places;
    private final MessageSource messages;

    ProposalPages(Proposals proposals, ProposalPaper paper, Slates slates, SlatePlaces places, MessageSource messages) {
        this.proposals = proposals;
        this.paper = paper;
        this.slates = slates;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping("/awards/slates/{id}/proposals")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView list(@PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        return list(actor, SlatePlaces.unit(id), SlatePlaces.season(season), null);
    }

    @PostMapping("/awards/slates/{id}/proposals")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ModelAndView make(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        var unit = SlatePlaces.unit(id);
        var wanted = SlatePlaces.season(season);
        var made = proposals.make(
                actor,
                unit,
                slates.season(actor, unit, wanted).map(one -> one.id()).orElse(Postings.NO_SEASON));
        return made.isEmpty()
                ? list(actor, unit, wanted, messages.getMessage("proposal.refused.none", null, locale))
                : new ModelAndView("redirect:/awards/slates/" + unit + "/proposals");
    }

    @GetMapping("/awards/proposals/{id}.docx")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-proposal")
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(paper.docx(actor, SlatePlaces.number(id)), "docx", DOCX);
    }

    @GetMapping("/awards/proposals/{id}.pdf")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-proposal")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(paper.pdf(actor, SlatePlaces.number(id)), "pdf", MediaType.APPLICATION_PDF);
    }

    private ModelAndView list(Actor actor, UnitId unit, Long season, String refusal) {
        var page = places.page("commendation/slate-proposals", "proposals", actor, unit, season);
        var shown = slates.season(actor, unit, season);
        page.addObject(
                "waiting",
                shown.map(one -> proposals.waiting(actor, unit, one.id())).orElse(0));
        page.addObject(
                "proposals",
                shown.map(one -> proposals.of(actor, unit, one.id())).orElse(List.of()));
        page.addObject("refusal", refusal);
        page.setStatus(refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ResponseEntity<byte[]> file(byte[] content, String ending, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename("Tờ trình." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
