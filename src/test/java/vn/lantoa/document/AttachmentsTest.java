package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** Files of a dossier: how they are given back, how many there may be, who may add and remove them (SECURITY §4). */
@IntegrationTest
class AttachmentsTest extends AttachmentDesk {

    @Autowired
    MockMvc web;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_file_goes_up_on_the_page_and_comes_back_as_it_was_in_a_sandbox() throws Exception {
        var large = SampleFiles.withPart(SampleFiles.docx("Kế hoạch"), "docProps/note.txt", noise(700_000));

        web.perform(multipart("/dossiers/report/" + report + "/attachments")
                        .file(new MockMultipartFile("file", "C:\\Công văn\\Kế hoạch số 5.docx", "text/html", large))
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/dossiers/report/" + report + "#attachments"));

        var file = attachments.of(officer, dossier).get(0);
        assertThat(file.name()).isEqualTo("Kế hoạch số 5.docx");
        web.perform(get("/dossiers/report/" + report)
                        .with(user(branch.leader(branch.a1).username())))
                .andExpect(content().string(containsString("Kế hoạch số 5.docx")));
        var answer = web.perform(get("/dossiers/report/" + report + "/attachments/" + file.id())
                        .with(user(branch.leader(branch.a1).username())))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string(
                                "Content-Disposition", containsString("filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn();
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(large);
        assertThat(answer.getResponse().getContentType()).contains("wordprocessingml");
    }

    /** The second upload waits for the first one's end: without the lock both would find room for one more. */
    @Test
    void two_uploads_at_once_never_pass_the_limit() throws Exception {
        for (var i = 1; i < Attachments.MOST; i++) {
            assertThat(add("tep-" + i + ".pdf")).isInstanceOf(Attachments.Outcome.Added.class);
        }
        var executor = Executors.newSingleThreadExecutor();
        try {
            var second = transactions.execute(status -> {
                assertThat(add("cuoi.pdf")).isInstanceOf(Attachments.Outcome.Added.class);
                var waiting = executor.submit(() -> add("qua.pdf"));
                assertThatThrownBy(() -> waiting.get(400, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return waiting;
            });
            assertThat(second.get(10, TimeUnit.SECONDS))
                    .isEqualTo(new Attachments.Outcome.Refused("attachment.refused.too-many", "20"));
        } finally {
            executor.shutdownNow();
        }
        assertThat(attachments.of(officer, dossier)).hasSize(Attachments.MOST);
    }

    @Test
    void the_twenty_first_file_is_refused() {
        for (var number = 1; number <= Attachments.MOST; number++) {
            add(SampleFiles.pdf(), "tep-" + number + ".pdf");
        }

        assertThat(refusal(SampleFiles.pdf(), "tep-21.pdf")).contains("20");
    }

    @Test
    void whose_step_is_open_adds_and_others_only_read() {
        var id = add(SampleFiles.pdf(), "ke-hoach.pdf");

        assertThat(attachments.open(branch.officer(branch.a), dossier, id).name())
                .isEqualTo("ke-hoach.pdf");
        assertThatThrownBy(() -> addAs(branch.leader(branch.a1))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> addAs(branch.officer(branch.b))).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> attachments.open(branch.officer(branch.b), dossier, id))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> attachments.open(officer, new DossierKey("report", "999999"), id))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void removing_forgets_before_the_report_was_sent_and_only_marks_afterwards() {
        var early = add(SampleFiles.pdf(), "nham.pdf");
        attachments.remove(officer, dossier, early);
        assertThatThrownBy(() -> attachments.open(officer, dossier, early)).isInstanceOf(NotVisible.class);
        var late = add(SampleFiles.pdf(), "dung.pdf");
        var desk = new ReportDesk(context);
        desk.complete(officer, report, "DraftReport", "nil", Map.of());
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "approve", Map.of());
        desk.complete(branch.officer(branch.a), report, "AcceptReport", "return", Map.of("reason", "Bổ sung"));

        attachments.remove(officer, dossier, late);

        var files = attachments.of(officer, dossier);
        assertThat(files).extracting(Attachment::removed).containsExactly(true, true);
        assertThat(files).extracting(Attachment::kept).containsExactly(false, true);
        assertThat(attachments.open(officer, dossier, late).removedBy()).isEqualTo(officer.name());
        assertThatThrownBy(() -> attachments.remove(officer, dossier, late)).isInstanceOf(NotVisible.class);
    }

    private void addAs(Actor actor) {
        SampleFiles.with(SampleFiles.pdf(), file -> attachments.add(actor, dossier, file, "x.pdf"));
    }
}
