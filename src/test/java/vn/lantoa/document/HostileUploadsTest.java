package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** Names and contents made to break out: of the header they are served with, of the page that lists them, of the type they pretend to be. */
@IntegrationTest
class HostileUploadsTest extends AttachmentDesk {

    @Autowired
    MockMvc web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: x=1\r\n.pdf",
                "a\nContent-Type: text/html.pdf",
                "a\"; filename=\"b.html\".pdf",
                "a%0d%0aX: y.pdf",
                "a\u0000.html.pdf",
                "\u202Efdp.lmth.pdf",
                "../../../etc/passwd.pdf",
                "..\\..\\web\\index.pdf",
                "<svg onload=__xss=1>.pdf",
                "=cmd|' /c calc'!A0.pdf",
                "CON.pdf",
                "a;b=c,d.pdf",
                "'; drop table stored_file; --.pdf",
                "{{7*7}}${7*7}.pdf"
            })
    void a_name_is_only_a_name(String name) throws Exception {
        web.perform(multipart("/dossiers/report/" + report + "/attachments")
                .file(new MockMultipartFile("file", name, "text/html", SampleFiles.pdf()))
                .with(user(officer.username()))
                .with(csrf()));
        var stored = attachments.of(officer, dossier);
        assertThat(stored).hasSize(1);
        var answer = web.perform(get("/dossiers/report/" + report + "/attachments/"
                                + stored.get(0).id())
                        .with(user(officer.username())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/pdf");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaderNames()).doesNotContain("X");
        assertThat(answer.getHeaders("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
        var header = answer.getHeader("Content-Disposition");
        assertThat(header).matches("[\\x20-\\x7e]+");
        var read = ContentDisposition.parse(header);
        assertThat(read.isAttachment()).isTrue();
        assertThat(read.getFilename()).endsWith(".pdf").doesNotContain("/", "\\", "\"", "<", ">", "\u202E", "\r", "\n");

        var page = web.perform(get("/dossiers/report/" + report).with(user(officer.username())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(stored.get(0).id()).doesNotContain("<svg onload");
    }

    @Test
    void what_a_browser_could_run_is_refused_under_every_name() {
        var html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8);
        var xml = "<?xml version=\"1.0\"?><x xmlns=\"http://www.w3.org/1999/xhtml\"/>".getBytes(StandardCharsets.UTF_8);
        var script = "MZ\u0090<script>".getBytes(StandardCharsets.ISO_8859_1);
        for (var content : new byte[][] {html, svg, xml, script}) {
            for (var name : new String[] {
                "a.html", "a.svg", "a.xml", "a.js", "a.pdf", "a.png", "a.jpg", "a.docx", "a.xlsx", "a.pdf.html", "a"
            }) {
                assertThat(refusal(content, name)).as(name).isNotBlank();
            }
        }
        assertThat(attachments.of(officer, dossier)).isEmpty();
    }
}
