package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A decision from draft to release and what may still be done to it; who learns of it when; its document, code and roll of honour. */
@IntegrationTest
class DecisionTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    AwardDecisions decisions;

    @Autowired
    Releases releases;

    @Autowired
    Amendments amendments;

    @Autowired
    Verifications verifications;

    @Autowired
    Honours honours;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    AwardFixtures awards;
    Branch branch;
    Actor officer;
    Actor leader;
    List<NominationId> ids;
    String anh;
    String huong;
    String rut;
    String corrected;

    /** Two persons, of whom the second did not agree to be named, and one that is struck; decided by the commune. */
    @BeforeEach
    void nominationsThatWaitForADecision() {
        awards = new AwardFixtures(context);
        branch = awards.branch;
        officer = branch.officer(branch.a1);
        leader = branch.leader(branch.a1);
        anh = "Trần Thị Ngọc Ánh " + awards.season;
        huong = "Đặng Thị Hường " + awards.season;
        rut = "Lê Thị Rút " + awards.season;
        corrected = "Trần Thị Ngọc Anh " + awards.season;
        ids = List.of(nominee(anh), nominee(huong), nominee(rut));
        jdbc.sql("update nomination set public_name = false where id = ?")
                .param(ids.get(1).value())
                .update();
    }

    @Test
    void a_decision_is_drafted_approved_by_another_numbered_and_released() throws Exception {
        assertThat(decisions.waiting(officer, branch.a1, awards.season)).hasSize(3);
        var id = draft();
        assertThat(decisions.draft(officer, branch.a1, awards.season, "GK_CTTT", List.of()))
                .isInstanceOf(DecisionOutcome.Conflict.class);
        var struck = line(id, ids.get(2));
        assertThat(decisions.strike(officer, id, struck, " ")).isInstanceOf(DecisionOutcome.Refused.class);
        assertThat(decisions.strike(officer, id, struck, "Hồ sơ cần bổ sung")).isInstanceOf(DecisionOutcome.Done.class);

        assertThat(releases.release(leader, id)).isEqualTo(DecisionOutcome.Conflict.of("not-approved"));
        jdbc.sql("update award_decision set drafted_by = ? where id = ?")
                .params(leader.id().value(), id.value())
                .update();
        assertThat(decisions.approve(leader, id)).isEqualTo(DecisionOutcome.Conflict.of("four-eyes"));
        jdbc.sql("update award_decision set drafted_by = ? where id = ?")
                .params(officer.id().value(), id.value())
                .update();
        assertThat(decisions.approve(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(releases.release(leader, id)).isEqualTo(DecisionOutcome.Conflict.of("no-number"));
        number(id);

        underEmbargo(id);
        assertThat(releases.release(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(awards.state(ids.get(0))).isEqualTo(NominationState.AWARDED);
        assertThat(awards.state(ids.get(2))).isEqualTo(NominationState.REJECTED);
        assertThat(notices()).isPositive();
        assertThat(verifications.ask(decisions.find(officer, id, "t").decision().code(), "10.0.0.1"))
                .isEqualTo(Verifications.Answer.IN_FORCE);

        assertThat(releases.release(leader, id)).isEqualTo(DecisionOutcome.Conflict.of("released"));
        assertThat(decisions.strike(officer, id, line(id, ids.get(0)), "x"))
                .isEqualTo(DecisionOutcome.Conflict.of("released"));
        var view = decisions.find(officer, id, "t");
        assertThat(view.total()).isEqualTo(1_420_000);
        assertThat(view.decision().baseSalary()).isEqualTo(2_340_000);
    }

    @Test
    void the_document_reads_back_with_sum_in_words_and_code() throws Exception {
        var id = released();
        try (var word = new XWPFDocument(new ByteArrayInputStream(load(id, "docx")));
                var extractor = new XWPFWordExtractor(word)) {
            assertThat(extractor.getText())
                    .doesNotContain("{{", "DỰ THẢO", rut)
                    .contains("QUYẾT ĐỊNH", "BAN THƯỜNG VỤ CÔNG ĐOÀN XÃ A1", "Căn cứ Luật Thi đua, khen thưởng")
                    .contains("cho 2 cá nhân đã có thành tích", anh, huong, "710.000")
                    .contains("1.420.000 đồng (Bằng chữ: Một triệu bốn trăm hai mươi nghìn đồng)")
                    .contains(decisions.find(officer, id, "t").decision().shownCode(), "TM. BAN THƯỜNG VỤ");
        }
        try (var pdf = Loader.loadPDF(load(id, "pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("QUYẾT ĐỊNH", anh);
        }
        web.perform(get("/dossiers/award-decision/{id}", id).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(anh))));
    }

    @Test
    void a_printed_name_is_corrected_and_an_award_annulled_by_new_decisions() throws Exception {
        var id = released();
        var line = line(id, ids.get(0));
        assertThat(amendments.correct(officer, id, line, anh, "In sai")).isInstanceOf(DecisionOutcome.Refused.class);
        var correction = done(amendments.correct(officer, id, line, corrected, "In sai dấu"));
        release(correction);
        assertThat(names()).contains(corrected).doesNotContain(anh, huong);
        try (var word = new XWPFDocument(new ByteArrayInputStream(load(correction, "docx")));
                var extractor = new XWPFWordExtractor(word)) {
            assertThat(extractor.getText()).contains("đính chính Quyết định số", corrected, "Đã in là: " + anh);
        }

        var code = decisions.find(officer, id, "t").decision().code();
        var part = done(amendments.annul(officer, id, List.of(line), "Điều 93 Luật 06/2022/QH15; kết luận số 3/KL"));
        assertThat(amendments.annul(officer, id, List.of(), "x")).isInstanceOf(DecisionOutcome.Conflict.class);
        assertThat(verifications.ask(code, "10.0.0.2")).isEqualTo(Verifications.Answer.IN_FORCE);
        release(part);
        assertThat(verifications.ask(code, "10.0.0.2")).isEqualTo(Verifications.Answer.PARTLY);
        assertThat(names()).doesNotContain(corrected);
        release(done(amendments.annul(officer, id, List.of(), "Điều 93 Luật 06/2022/QH15; kết luận số 4/KL")));
        assertThat(verifications.ask(code, "10.0.0.2")).isEqualTo(Verifications.Answer.ANNULLED);
        assertThat(decisions.find(officer, id, "t").decision().state()).isEqualTo(Decision.State.RELEASED);
    }

    @Test
    void anybody_verifies_a_code_and_learns_nothing_more_and_cannot_guess() throws Exception {
        var id = released();
        var code = decisions.find(officer, id, "t").decision().shownCode();
        web.perform(get("/verify/{code}", code.toLowerCase()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("đang có hiệu lực")))
                .andExpect(content().string(not(containsString(anh))))
                .andExpect(content().string(not(containsString("Công đoàn xã A1"))));
        web.perform(get("/verify").param("code", "Đ' or 1=1")).andExpect(status().is3xxRedirection());
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(verifications.ask("22222-2222" + "ABCDEFGHJKMNPQRSTUVWXYZ".charAt(attempt), "10.9.9.9"))
                    .isEqualTo(Verifications.Answer.UNKNOWN);
        }
        assertThat(verifications.ask(code, "10.9.9.9")).isEqualTo(Verifications.Answer.WAIT);
        assertThat(verifications.ask(code, "10.9.9.8")).isEqualTo(Verifications.Answer.IN_FORCE);
    }

    @Test
    void a_nomination_withdrawn_meanwhile_stops_the_release_until_it_is_struck() {
        var id = draft();
        decisions.approve(leader, id);
        number(id);
        context.getBean(vn.lantoa.commendation.Nominations.class)
                .withdraw(branch.officer(branch.a11), ids.get(0), "Đơn vị rút");
        assertThat(releases.release(leader, id)).isInstanceOf(DecisionOutcome.Conflict.class);
        assertThat(awards.state(ids.get(1))).isEqualTo(NominationState.DECIDING);
        decisions.strike(officer, id, line(id, ids.get(0)), "Đơn vị rút đề nghị");
        assertThat(decisions.approve(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(releases.release(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        assertThat(awards.state(ids.get(1))).isEqualTo(NominationState.AWARDED);
    }

    @Test
    void the_pages_show_what_each_may_do() throws Exception {
        var id = draft();
        web.perform(get("/awards/units/{id}/decisions", branch.a1).with(user(officer.username())))
                .andExpect(status().isOk());
        web.perform(get("/awards/decisions/{id}", id).with(user(leader.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Duyệt quyết định")));
        web.perform(post("/awards/decisions/{id}/approval", id)
                        .with(user(leader.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(post("/awards/decisions/{id}/release", id)
                        .with(user(leader.username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        number(id);
        web.perform(post("/awards/decisions/{id}/release", id)
                        .with(user(leader.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/awards/decisions/{id}", id).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đính chính, hủy bỏ")));
        web.perform(get("/awards/honours")
                        .param("q", "ngoc anh " + awards.season)
                        .with(user(branch.officer(branch.b).username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(anh)))
                .andExpect(content().string(not(containsString(huong))));
        web.perform(get("/awards/honours.xlsx").with(user(officer.username()))).andExpect(status().isOk());
        web.perform(get("/verify")).andExpect(status().isOk());
    }

    private void underEmbargo(DecisionId id) throws Exception {
        var below = branch.officer(branch.a11);
        assertThat(ids).allSatisfy(one -> assertThat(awards.state(one)).isEqualTo(NominationState.DECIDING));
        assertThatThrownBy(() -> decisions.find(below, id, "t")).isInstanceOf(NotVisible.class);
        web.perform(get("/awards/decisions/{id}", id).with(user(below.username())))
                .andExpect(status().isNotFound());
        web.perform(get("/dossiers/award-decision/{id}", id).with(user(below.username())))
                .andExpect(status().isNotFound());
        web.perform(get("/dossiers/nomination/{id}", ids.get(0)).with(user(below.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("QĐ-CĐ"))));
        assertThat(notices()).isZero();
        var code = jdbc.sql("select code from award_decision where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        assertThat(verifications.ask(code, "10.0.0.9")).isEqualTo(Verifications.Answer.UNKNOWN);
        assertThat(names()).isEmpty();
    }

    private int notices() {
        return jdbc.sql("select count(*) from notice where kind = 'decision.released' and person_id = ?")
                .param(branch.officer(branch.a11).id().value())
                .query(Integer.class)
                .single();
    }

    private NominationId nominee(String name) {
        var id = awards.nominate(branch.a11, "GK_CTTT", name);
        awards.through(id);
        awards.through(id);
        assertThat(awards.state(id)).isEqualTo(NominationState.DECIDING);
        return id;
    }

    private DecisionId draft() {
        return done(decisions.draft(officer, branch.a1, awards.season, "GK_CTTT", List.of()));
    }

    private DecisionId released() {
        var id = draft();
        decisions.strike(officer, id, line(id, ids.get(2)), "Hồ sơ cần bổ sung");
        return release(id);
    }

    private DecisionId release(DecisionId id) {
        assertThat(decisions.approve(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        number(id);
        assertThat(releases.release(leader, id)).isInstanceOf(DecisionOutcome.Done.class);
        return id;
    }

    private void number(DecisionId id) {
        var document = documents.of(id.dossier(), 1).orElseThrow();
        assertThat(documents.number(
                        branch.actor(Post.RECORDS_OFFICE, branch.a1),
                        document.id(),
                        documents.proposal(branch.a1, "QĐ")))
                .isInstanceOf(OutgoingDocuments.Outcome.Done.class);
    }

    private long line(DecisionId id, NominationId nomination) {
        return decisions.find(officer, id, "t").items().stream()
                .filter(item -> item.nomination().equals(nomination))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The names of this tree on the roll of honour. */
    private List<String> names() {
        var names = new java.util.ArrayList<String>();
        String after = null;
        do {
            var page = honours.of(LocalDate.now(clock).getYear(), "", after);
            page.items().stream()
                    .filter(line -> line.proposer().equals(branch.a11) && line.name() != null)
                    .forEach(line -> names.add(line.name()));
            after = page.next();
        } while (after != null);
        return names;
    }

    private byte[] load(DecisionId id, String ending) throws Exception {
        return web.perform(get("/awards/decisions/{id}/document." + ending, id).with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static DecisionId done(DecisionOutcome outcome) {
        assertThat(outcome).isInstanceOf(DecisionOutcome.Done.class);
        return ((DecisionOutcome.Done) outcome).decision();
    }
}
