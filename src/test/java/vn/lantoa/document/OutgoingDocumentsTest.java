package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import vn.lantoa.organization.Post;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** "Văn bản đi": from the leader's approval to the signed copy with its number. */
@IntegrationTest
class OutgoingDocumentsTest extends RecordsDesk {

    @Test
    void an_approved_report_is_sent_at_once_and_gets_its_number_afterwards() throws Exception {
        var report = sent(branch.a1, 2025);
        var waiting = list.waiting(clerk).get(0);

        web.perform(as(clerk, get("/documents")))
                .andExpect(content().string(containsString("BC-CĐ")))
                .andExpect(content().string(containsString("Báo cáo năm 2025 – Công đoàn xã A1")));
        web.perform(as(
                        clerk,
                        post("/documents/" + waiting.id() + "/number")
                                .param("number", "17")
                                .param("symbol", "BC-CĐX")
                                .param("date", today.toString())))
                .andExpect(redirectedUrl("/documents"));

        web.perform(as(branch.officer(branch.a), get("/dossiers/report/" + report)))
                .andExpect(content().string(containsString("17/BC-CĐX")))
                .andExpect(content().string(containsString("Đã gửi")));
        assertThat(documents.proposal(branch.a1, "BC"))
                .as("the next number, the unit's own symbol")
                .isEqualTo(new DocumentNumber("BC", 18, "BC-CĐX", today));
        web.perform(as(branch.actor(Post.RECORDS_OFFICE, branch.a2), get("/documents")))
                .andExpect(content().string(not(containsString("17/BC-CĐX"))));
    }

    @Test
    void the_signed_copy_must_be_a_pdf_and_says_itself_whether_it_is_signed() throws Exception {
        var report = sent(branch.a1, 2025);
        var id = list.waiting(clerk).get(0).id();
        attach(id, SampleFiles.pdf(), "bao-cao.pdf", 422, "chưa có số");
        give(id, "1");

        attach(id, SampleFiles.docx("x"), "bao-cao.pdf", 422, "không phải tệp PDF");
        attach(id, SampleFiles.pdf(), "bao-cao.pdf", 302, null);
        assertThat(list.numbered(clerk, "", null).items().get(0).digitallySigned())
                .isFalse();
        attach(id, SampleFiles.signedPdf(), "bao-cao-ky-so.pdf", 302, null);
        assertThat(list.numbered(clerk, "", null).items().get(0).digitallySigned())
                .isTrue();

        web.perform(as(branch.officer(branch.a), get("/dossiers/report/" + report)))
                .andExpect(content().string(containsString("ký số")));
        var file = web.perform(as(branch.officer(branch.a), get("/documents/" + id + "/signed.pdf")))
                .andExpect(status().isOk())
                .andReturn();
        assertThat(file.getResponse().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        web.perform(as(branch.officer(branch.b), get("/documents/" + id + "/signed.pdf")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_was_taken_back_waits_no_more_and_the_list_is_searched_and_taken_to_excel() throws Exception {
        var withdrawn = sent(branch.a1, 2024);
        assertThat(context.getBean(vn.lantoa.reporting.ReportActs.class).withdraw(branch.leader(branch.a1), withdrawn))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(list.waiting(clerk)).isEmpty();
        sent(branch.a1, 2025);
        give(list.waiting(clerk).get(0).id(), "21");

        assertThat(list.numbered(clerk, "bao cao 2025", null).items()).hasSize(1);
        assertThat(list.numbered(clerk, "21 bc", null).items()).hasSize(1);
        assertThat(list.numbered(clerk, "22", null).items()).isEmpty();
        var answer = web.perform(as(clerk, get("/documents.xlsx")))
                .andExpect(status().isOk())
                .andReturn();
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            var row = book.getSheetAt(0).getRow(book.getSheetAt(0).getLastRowNum());
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("21/BC-CĐ");
            assertThat(row.getCell(2).getStringCellValue()).startsWith("Báo cáo năm 2025");
        }
    }

    private void attach(long id, byte[] content, String name, int status, String why) throws Exception {
        var answer = web.perform(multipart("/documents/" + id + "/signed")
                        .file(new MockMultipartFile("file", name, "application/pdf", content))
                        .with(user(clerk.username()))
                        .with(csrf()))
                .andExpect(status().is(status));
        if (why != null) {
            answer.andExpect(content().string(containsString(why)));
        }
    }
}
