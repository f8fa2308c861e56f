package vn.lantoa.commendation.council.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lantoa.commendation.council.CouncilMinutes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/** The minutes of a session; a chair or secretary may hold no post, so the use case asks who reads. */
@Controller
class MinutesController {

    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final CouncilMinutes minutes;

    MinutesController(CouncilMinutes minutes) {
        this.minutes = minutes;
    }

    @GetMapping("/awards/councils/sessions/{id}/minutes.docx")
    @OpenToSignedIn
    ResponseEntity<byte[]> docx(@PathVariable String id, Actor actor) {
        return file(minutes.docx(actor, CouncilWords.id(id)), DOCX);
    }

    @GetMapping("/awards/councils/sessions/{id}/minutes.pdf")
    @OpenToSignedIn
    ResponseEntity<byte[]> pdf(@PathVariable String id, Actor actor) {
        return file(minutes.pdf(actor, CouncilWords.id(id)), MediaType.APPLICATION_PDF);
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
