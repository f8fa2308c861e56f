package vn.lantoa.commendation.council.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.commendation.council.ChairDesk;
import vn.lantoa.commendation.council.CouncilMinutes;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.commendation.council.CouncilSessions;
import vn.lantoa.commendation.council.MemberDesk;
import vn.lantoa.commendation.council.Seat;
import vn.lantoa.commendation.council.SessionClosing;
import vn.lantoa.document.Attachments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/** What the chair sees, what a member reads before the vote, and how a session ends, under {@code /api/v1}; the use cases ask who it is. */
@RestController
@RequestMapping("/api/v1/council-sessions/{id}")
class SessionApi {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ChairDesk chair;
    private final MemberDesk desk;
    private final CouncilSessions sessions;
    private final SessionClosing closing;
    private final CouncilMinutes minutes;
    private final Attachments attachments;
    private final CouncilWords words;

    SessionApi(
            ChairDesk chair,
            MemberDesk desk,
            CouncilSessions sessions,
            SessionClosing closing,
            CouncilMinutes minutes,
            Attachments attachments,
            CouncilWords words) {
        this.chair = chair;
        this.desk = desk;
        this.sessions = sessions;
        this.closing = closing;
        this.minutes = minutes;
        this.attachments = attachments;
        this.words = words;
    }

    /** @param cases failures of a first session that are final */
    record Conclusions(List<String> cases) {}

    /** Who came, how many have voted on the screen, and what may be put on the agenda; of a ballot nothing more before it is counted. */
    @GetMapping("/chair")
    @OpenToSignedIn
    Map<String, Object> run(@PathVariable String id, Actor actor) {
        var view = chair.of(actor, CouncilWords.id(id));
        var json = CouncilJson.session(view.session(), view.council());
        json.put("present", view.present());
        json.put("seats", view.seats().stream().map(SessionApi::seat).toList());
        json.put("cases", view.lines().stream().map(SessionApi::line).toList());
        json.put("waiting", view.waiting().stream().map(SessionApi::candidate).toList());
        return json;
    }

    @PostMapping("/cancellation")
    @OpenToSignedIn
    ResponseEntity<Void> cancel(@PathVariable String id, Actor actor, Locale locale) {
        return none(sessions.cancel(actor, CouncilWords.id(id)), locale);
    }

    /** Says after a first session that there will be no second for these. */
    @PostMapping("/conclusions")
    @OpenToSignedIn
    ResponseEntity<Void> conclude(@PathVariable String id, @RequestBody Conclusions body, Actor actor, Locale locale) {
        return none(closing.conclude(actor, CouncilWords.id(id), CouncilWords.ids(body.cases())), locale);
    }

    /** A case's file for a member who has declared and is not barred; each reading is noted. */
    @GetMapping("/cases/{case}")
    @OpenToSignedIn
    Map<String, Object> read(@PathVariable String id, @PathVariable("case") String one, Actor actor) {
        var reading = desk.read(actor, CouncilWords.id(id), CouncilWords.id(one));
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(reading.item().one().id()));
        json.put("number", reading.nomination().number());
        json.put("award", reading.item().one().award());
        json.put("unit", reading.item().one().unit());
        json.put("nominee", reading.nominee().name());
        json.put("post", reading.nominee().post());
        json.put("periodFrom", reading.nomination().from());
        json.put("periodTo", reading.nomination().to());
        json.put("achievement", reading.nomination().achievement());
        json.put("report", reading.report());
        json.put(
                "files",
                reading.files().stream()
                        .map(file -> Map.of("id", file.id(), "name", file.name(), "size", file.size()))
                        .toList());
        return json;
    }

    /** One of the files that {@code cases/{case}} lists. */
    @GetMapping("/cases/{case}/files/{file}")
    @OpenToSignedIn
    void file(
            @PathVariable String id,
            @PathVariable("case") String one,
            @PathVariable String file,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        var found = desk.file(actor, CouncilWords.id(id), CouncilWords.id(one), file);
        response.setContentType(found.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentLengthLong(found.size());
        attachments.copy(found, response.getOutputStream());
    }

    @GetMapping("/minutes.docx")
    @OpenToSignedIn
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(minutes.docx(actor, CouncilWords.id(id)), DOCX);
    }

    @GetMapping("/minutes.pdf")
    @OpenToSignedIn
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(minutes.pdf(actor, CouncilWords.id(id)), MediaType.APPLICATION_PDF);
    }

    private ResponseEntity<Void> none(CouncilOutcome outcome, Locale locale) {
        if (outcome instanceof CouncilOutcome.Done) {
            return ResponseEntity.noContent().build();
        }
        throw words.problem(outcome, locale);
    }

    private static Map<String, Object> seat(Seat seat) {
        return Map.of(
                "member", String.valueOf(seat.member()),
                "name", seat.name(),
                "role", seat.role(),
                "presence", seat.presence());
    }

    private static Map<String, Object> line(ChairDesk.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", String.valueOf(line.one().id()));
        json.put("number", line.one().number());
        json.put("award", line.one().award());
        json.put("nominee", line.nominee());
        json.put("state", line.one().state());
        json.put("mayVote", line.mayVote());
        json.put("voted", line.voted());
        json.put("barred", line.barred());
        json.put("quorum", line.quorum());
        json.put("valid", line.valid());
        json.put("result", line.one().result());
        json.put("decided", line.one().decided());
        return json;
    }

    private static Map<String, Object> candidate(ChairDesk.Candidate candidate) {
        return Map.of(
                "nomination", candidate.nomination().toString(),
                "number", candidate.number(),
                "award", candidate.award(),
                "unit", candidate.unit());
    }

    private static ResponseEntity<byte[]> file(CouncilMinutes.File file, MediaType type) {
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(file.content());
    }
}
