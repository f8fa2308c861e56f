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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.document.OutgoingDocuments.Outcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** "Văn bản đi": from the leader's approval to the signed copy with its number. */
@IntegrationTest
class OutgoingDocumentsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    OutgoingList list;

    @Autowired
    Clock clock;

    Branch branch;
    Actor clerk;
    LocalDate today;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        clerk = branch.actor(Post.RECORDS_OFFICE, branch.a1);
        today = LocalDate.now(clock);
    }

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
    void what_waited_in_a_merged_unit_waits_for_the_records_office_of_the_other() throws Exception {
        sent(branch.a1, 2024);
        var kept = list.waiting(clerk).get(0).id();
        assertThat(give(kept, "5")).isInstanceOf(Outcome.Done.class);
        sent(branch.a1, 2025);
        var waiting = list.waiting(clerk).get(0).id();
        var successor = branch.actor(Post.RECORDS_OFFICE, branch.a2);
        assertThat(list.waiting(successor)).isEmpty();

        assertThat(context.getBean(UnitRegister.class)
                        .merge(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), branch.a1, branch.a2, today)
                        .done())
                .isTrue();

        assertThat(list.waiting(successor)).extracting(OutgoingDocument::id).containsExactly(waiting);
        assertThat(documents.number(successor, waiting, new DocumentNumber(null, 1, "BC-CĐ", today)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(list.numbered(successor, null, null).items())
                .extracting(OutgoingDocument::inWords)
                .as("what has a number stays in the register that gave it")
                .containsExactly("1/BC-CĐ");
    }

    @Test
    void wrong_and_taken_numbers_are_refused_with_what_was_typed() throws Exception {
        sent(branch.a1, 2024);
        sent(branch.a1, 2025);
        var waiting = list.waiting(clerk);
        var second = waiting.get(1).id();
        assertThat(give(waiting.get(0).id(), "3")).isInstanceOf(Outcome.Done.class);

        refused(second, "3", "BC-CĐ", today.toString(), "Số tiếp theo là 4");
        refused(second, "ba", "BC-CĐ", today.toString(), "số nguyên");
        refused(second, "0", "BC-CĐ", today.toString(), "số nguyên");
        refused(second, "4", "=BC", today.toString(), "Ký hiệu");
        refused(second, "4", "BC-CĐ", today.plusDays(1).toString(), "không sau hôm nay");
        refused(second, "4", "BC-CĐ", "31/02", "Ngày văn bản");
        refused(waiting.get(0).id(), "4", "BC-CĐ", today.toString(), null);
    }

    @Test
    void two_clerks_at_once_get_one_number_and_one_refusal() throws Exception {
        sent(branch.a1, 2024);
        sent(branch.a1, 2025);
        var ids = list.waiting(clerk).stream().map(OutgoingDocument::id).toList();
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        var outcomes = new ArrayList<Outcome>();
        try {
            var running = ids.stream()
                    .map(id -> pool.submit(() -> {
                        start.await();
                        return give(id, "9");
                    }))
                    .toList();
            for (var one : running) {
                outcomes.add(one.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Done)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Refused)
                .hasSize(1);
        assertThat(list.waiting(clerk)).hasSize(1);
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

    @Test
    void a_unit_heads_its_letters_its_own_way_and_waits_for_numbers_only_with_a_records_office() throws Exception {
        web.perform(as(
                        branch.leader(branch.a1),
                        post("/units/" + branch.a1 + "/letterhead")
                                .param("superiorLine", "MẶT TRẬN TỔ QUỐC")
                                .param("abbreviation", "CĐXA1")
                                .param("numberFirst", "true")))
                .andExpect(redirectedUrl("/documents#letterhead-" + branch.a1));
        var letterheads = context.getBean(Letterheads.class);

        assertThat(letterheads.of(branch.a1))
                .isEqualTo(new Letterhead("MẶT TRẬN TỔ QUỐC", "CÔNG ĐOÀN XÃ A1", "A1", "CĐXA1", true));
        assertThat(documents.proposal(branch.a1, "BC").symbol()).isEqualTo("BC-CĐXA1");
        var lonely = branch.unit("A9", "Công đoàn xã A9", UnitKind.COMMUNE_UNION, branch.a);
        var leader = branch.appoint(branch.username(Post.LEADER, lonely), "Lê Một", Post.LEADER, lonely);
        assertThat(letterheads.keep(leader, lonely, new Letterhead(null, null, null, null, true)))
                .contains("document.letterhead.refused.no-records-office");
        assertThat(letterheads.keep(leader, lonely, new Letterhead("a\u202Eb", null, null, null, false)))
                .contains("document.letterhead.refused.line");
        var cooperative = branch.unit("A19", "CĐCS Hợp tác xã Vận tải Đồng Tiến", UnitKind.GRASSROOTS_UNION, branch.a1);
        assertThat(letterheads.of(cooperative).place())
                .as("where the union above it stands, whatever its employer is called")
                .isEqualTo("A1");
    }

    private ReportId sent(UnitId unit, int year) {
        var report = ((ReportOutcome.Done) context.getBean(Reports.class)
                        .open(branch.officer(branch.a), unit, ReportingPeriod.yearOf(year)))
                .report();
        var desk = new ReportDesk(context);
        desk.complete(branch.officer(unit), report, "DraftReport", "nil", Map.of());
        desk.complete(branch.leader(unit), report, "ApproveReport", "approve", Map.of());
        return report;
    }

    private Outcome give(long id, String number) {
        return documents.number(clerk, id, new DocumentNumber(null, Integer.parseInt(number), "BC-CĐ", today));
    }

    private void refused(long id, String number, String symbol, String date, String why) throws Exception {
        var answer = web.perform(as(
                        clerk,
                        post("/documents/" + id + "/number")
                                .param("number", number)
                                .param("symbol", symbol)
                                .param("date", date)))
                .andExpect(status().isUnprocessableEntity());
        if (why != null) {
            answer.andExpect(content().string(containsString(why)))
                    .andExpect(content().string(containsString("value=\"" + number + "\"")));
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

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(actor.username())).with(csrf());
    }
}
