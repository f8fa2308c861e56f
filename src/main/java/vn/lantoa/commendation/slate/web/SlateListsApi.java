package vn.lantoa.commendation.slate.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.slate.LeaderDesk;
import vn.lantoa.commendation.slate.Posting;
import vn.lantoa.commendation.slate.PostingLists;
import vn.lantoa.commendation.slate.Postings;
import vn.lantoa.commendation.slate.ProposalPaper;
import vn.lantoa.commendation.slate.Proposals;
import vn.lantoa.commendation.slate.Slates;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** What waits for a level's leader, its postings and its proposals under {@code /api/v1}, through the same use cases as the pages. */
@RestController
@RequestMapping("/api/v1")
class SlateListsApi {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Slates slates;
    private final LeaderDesk desk;
    private final Postings postings;
    private final Proposals proposals;
    private final ProposalPaper paper;
    private final MessageSource messages;

    SlateListsApi(
            Slates slates,
            LeaderDesk desk,
            Postings postings,
            Proposals proposals,
            ProposalPaper paper,
            MessageSource messages) {
        this.slates = slates;
        this.desk = desk;
        this.postings = postings;
        this.proposals = proposals;
        this.paper = paper;
        this.messages = messages;
    }

    /** What this person may sign, or enter the committee's vote on; see {@code signing}. */
    @GetMapping("/award-slates/{id}/approvals")
    @Requires(value = Right.DECIDE_AWARD, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> approvals(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        var waiting = desk.waiting(actor, SlatePlaces.unit(id), SlatePlaces.season(season), locale);
        return Map.of(
                "toSign", waiting.toSign().stream().map(SlateListsApi::line).toList(),
                "forCommittee",
                        waiting.forCommittee().stream().map(SlateListsApi::line).toList());
    }

    /** {@code waiting}: how many are still to be hung out. */
    @GetMapping("/award-slates/{id}/postings")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> postings(@PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        var unit = SlatePlaces.unit(id);
        var shown = season(actor, unit, season);
        return Map.of(
                "waiting",
                postings.waiting(actor, unit, shown),
                "items",
                postings.of(actor, unit, shown).stream()
                        .map(SlateListsApi::posting)
                        .toList());
    }

    @GetMapping("/award-postings/{id}")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "posting")
    Map<String, Object> posting(@PathVariable String id, Actor actor) {
        var view = postings.find(actor, SlatePlaces.number(id));
        var json = posting(view.posting());
        json.put("open", view.open());
        json.put("items", view.lines().stream().map(SlateListsApi::posted).toList());
        return json;
    }

    /** {@code waiting}: how many that were put forward stand in no proposal yet. */
    @GetMapping("/award-slates/{id}/proposals")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    Map<String, Object> proposals(@PathVariable String id, @RequestParam(required = false) String season, Actor actor) {
        var unit = SlatePlaces.unit(id);
        var shown = season(actor, unit, season);
        return Map.of(
                "waiting",
                proposals.waiting(actor, unit, shown),
                "items",
                proposals.of(actor, unit, shown).stream()
                        .map(SlateListsApi::proposal)
                        .toList());
    }

    @PostMapping("/award-slates/{id}/proposals")
    @Requires(value = Right.REVIEW_NOMINATION, sight = Right.SEE_NOMINATION, of = "unit")
    ResponseEntity<Map<String, Object>> propose(
            @PathVariable String id, @RequestParam(required = false) String season, Actor actor, Locale locale) {
        var unit = SlatePlaces.unit(id);
        var made = proposals
                .make(actor, unit, season(actor, unit, season))
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.CONFLICT,
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, messages.getMessage("proposal.refused.none", null, locale)),
                        null));
        return ResponseEntity.created(URI.create("/api/v1/award-proposals/" + made + "/document.docx"))
                .body(Map.of("id", made.toString()));
    }

    @GetMapping("/award-proposals/{id}/document.docx")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-proposal")
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(paper.docx(actor, SlatePlaces.number(id)), "docx", DOCX);
    }

    @GetMapping("/award-proposals/{id}/document.pdf")
    @Requires(value = Right.SEE_NOMINATION, sight = Right.SEE_NOMINATION, of = "award-proposal")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(paper.pdf(actor, SlatePlaces.number(id)), "pdf", MediaType.APPLICATION_PDF);
    }

    private long season(Actor actor, UnitId unit, String season) {
        return slates.season(actor, unit, SlatePlaces.season(season))
                .map(Season::id)
                .orElse(Postings.NO_SEASON);
    }

    private static Map<String, Object> line(LeaderDesk.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", line.id().toString());
        json.put("number", line.number());
        json.put("name", line.name());
        json.put("collective", line.collective());
        json.put("place", line.place());
        json.put("title", line.title());
        json.put("from", line.from());
        json.put("to", line.to());
        json.put("achievement", line.achievement());
        json.put("findings", line.findings());
        json.put("against", line.against());
        return json;
    }

    private static Map<String, Object> posting(Posting posting) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(posting.id()));
        json.put("unit", posting.unit().toString());
        json.put("season", posting.season());
        json.put("workingDays", posting.workingDays());
        json.put("basis", posting.basis());
        json.put("postedOn", posting.postedOn());
        json.put("lastDay", posting.lastDay());
        json.put("closed", posting.closedAt() != null);
        return json;
    }

    /** Of an objection only the day and the number of its document are known. */
    private static Map<String, Object> posted(PostingLists.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("nomination", line.nomination().toString());
        json.put("number", line.number());
        json.put("name", line.name());
        json.put("collective", line.collective());
        json.put("place", line.place());
        json.put("title", line.title());
        json.put("period", line.period());
        json.put("objectionOn", line.objectionOn());
        json.put("objectionNumber", line.objectionNumber());
        json.put("ended", line.ended());
        return json;
    }

    private static Map<String, Object> proposal(Proposals.Proposal proposal) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(proposal.id()));
        json.put("unit", proposal.unit().toString());
        json.put("season", proposal.season());
        json.put("title", proposal.title());
        json.put("number", proposal.number());
        return json;
    }

    private static ResponseEntity<byte[]> file(byte[] content, String ending, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename("to-trinh." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
