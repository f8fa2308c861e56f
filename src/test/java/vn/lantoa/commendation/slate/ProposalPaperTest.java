package vn.lantoa.commendation.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Papers;

/** A proposal on paper, opened and read back. */
@IntegrationTest
class ProposalPaperTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Proposals proposals;

    SlateFixtures on;

    @BeforeEach
    void aSeason() {
        on = new SlateFixtures(context);
    }

    @Test
    void the_proposal_reads_back_with_its_list_and_waits_for_a_number() throws Exception {
        var ids = on.nominate(on.branch.a11, "GK_CTTT", 2);
        ids.forEach(on.awards::through);
        var officer = on.branch.officer(on.branch.a11);

        var id = proposals.make(officer, on.branch.a11, on.awards.season).orElseThrow();
        assertThat(proposals.make(officer, on.branch.a11, on.awards.season)).isEmpty();
        assertThat(context.getBean(OutgoingDocuments.class).of(new DossierKey("award-proposal", String.valueOf(id)), 1))
                .isPresent();
        var file = load(officer, id, "docx");
        assertThat(Papers.wordText(file))
                .contains("TỜ TRÌNH", "0 (không) tập thể và 2 (hai) cá nhân", on.name(1), "Căn cứ Luật")
                .contains("Kính gửi: Công đoàn xã A1");
        web.perform(get("/dossiers/award-proposal/{id}", id).with(user(officer.username())))
                .andExpect(status().isOk());
        for (var page : List.of("", "/postings", "/proposals")) {
            web.perform(get("/awards/slates/{id}" + page, on.branch.a11).with(user(officer.username())))
                    .andExpect(status().isOk());
        }
        assertThatThrownBy(() -> proposals.see(on.branch.officer(on.branch.a2), id))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void the_pdf_says_the_same_on_pages_as_the_decree_lays_them_out() throws Exception {
        var commune = on.branch.a1;
        for (var name : List.of("Lương Thị Thu Hằng", "Phùng Văn Kiên", "Mạc Thị Ngân")) {
            toProvince(on.awards.nominate(on.branch.a11, "BK_LDLD", name + " " + on.awards.season));
        }
        toProvince(collective("Tổ tự quản khu nhà trọ Hòa Bình " + on.awards.season));
        var officer = on.branch.officer(commune);
        var id = proposals.make(officer, commune, on.awards.season).orElseThrow();
        assertThat(Papers.wordText(Papers.kept(load(officer, id, "docx"), "award-proposal")))
                .contains("1 (một) tập thể và 3 (ba) cá nhân");
        var pdf = load(officer, id, "pdf");
        assertThat(Papers.pdfText(pdf))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "TỜ TRÌNH",
                        "Kính gửi: LĐLĐ tỉnh A")
                .contains(
                        "1 (một) tập thể và 3 (ba) cá nhân",
                        "TM. BAN THƯỜNG VỤ",
                        "Nguyễn Thử Lãnh A1",
                        "./.",
                        "Nơi nhận:")
                .contains(
                        "DANH SÁCH",
                        "Lương Thị Thu Hằng",
                        "Công nhân may, CĐCS Công ty May A11",
                        "Tổ tự quản khu nhà trọ");
        Papers.picture(pdf, 1, "award-proposal-page-1");
        Papers.picture(pdf, 2, "award-proposal-list");
        Papers.laidOut(pdf);
    }

    private NominationId collective(String name) {
        var id = on.awards.draft(on.branch.a11);
        var answers = on.awards.collectiveAnswers("BK_LDLD", name);
        on.awards.complete(on.branch.officer(on.branch.a11), id, "DraftNomination", "submit", answers);
        return id;
    }

    /** Past its union and the commune. */
    private void toProvince(NominationId id) {
        on.awards.through(id);
        on.awards.through(id);
    }

    private byte[] load(Actor officer, long id, String ending) throws Exception {
        return web.perform(get("/awards/proposals/{id}." + ending, id).with(user(officer.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
