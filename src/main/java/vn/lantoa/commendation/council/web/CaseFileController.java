package vn.lantoa.commendation.council.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lantoa.commendation.council.MemberDesk;
import vn.lantoa.document.Attachments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;

/** The files of a case, for members who may read it; they may hold no post, so the use case asks. No browser runs anything in them. */
@Controller
class CaseFileController {

    private final MemberDesk desk;
    private final Attachments attachments;

    CaseFileController(MemberDesk desk, Attachments attachments) {
        this.desk = desk;
        this.attachments = attachments;
    }

    @GetMapping("/awards/councils/sessions/{id}/cases/{case}/files/{file}")
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
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setContentLengthLong(found.size());
        attachments.copy(found, response.getOutputStream());
    }
}
