package vn.lantoa.commendation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Papers;

/** A decision on paper: opened, read back, and asked whether it is genuine by what is printed on it. */
@IntegrationTest
class DecisionPaperTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    DecisionWalk on;
    DecisionId id;

    @BeforeEach
    void aReleasedDecision() {
        on = new DecisionWalk(context);
        id = on.released();
    }

    @Test
    void the_document_reads_back_with_sum_in_words_and_code() throws Exception {
        assertThat(Papers.wordText(on.load(web, id, "docx")))
                .doesNotContain("DỰ THẢO", on.rut)
                .contains("QUYẾT ĐỊNH", "BAN THƯỜNG VỤ CÔNG ĐOÀN XÃ A1", "Căn cứ Luật Thi đua, khen thưởng")
                .contains("cho 2 cá nhân đã có thành tích", on.anh, on.huong, "710.000")
                .contains("1.420.000 đồng (Bằng chữ: Một triệu bốn trăm hai mươi nghìn đồng)")
                .contains(on.decision(id).shownCode(), "TM. BAN THƯỜNG VỤ");
        web.perform(get("/dossiers/award-decision/{id}", id).with(user(on.officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(on.anh))));
    }

    @Test
    void the_pdf_says_the_same_on_pages_as_the_decree_lays_them_out() throws Exception {
        var pdf = on.load(web, id, "pdf");
        assertThat(Papers.pdfText(pdf))
                .doesNotContain("DỰ THẢO", on.rut)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "QUYẾT ĐỊNH", on.anh)
                .contains(
                        "Số: " + on.decision(id).number(), "Điều 1. Tặng", "Điều 4.", "./.", "Nơi nhận:", "- Lưu: VT.")
                .contains("Kèm theo Quyết định số " + on.decision(id).number(), on.huong, "Bằng chữ: Một triệu");
        Papers.picture(pdf, 1, "award-decision-page-1");
        Papers.picture(pdf, 2, "award-decision-list");
        Papers.laidOut(pdf);
    }

    @Test
    void the_qr_code_of_both_files_leads_to_the_answer_and_nothing_more() throws Exception {
        var pdf = on.load(web, id, "pdf");
        var code = on.decision(id).shownCode();
        assertThat(Papers.qrOnPage(pdf, 2))
                .isEqualTo("http://localhost/verify/" + code)
                .isEqualTo(Papers.qrInWord(Papers.kept(on.load(web, id, "docx"), "award-decision")));
        assertThat(Papers.pdfText(pdf)).contains("Mã tra cứu quyết định: " + code, "tại http://localhost/verify");
        web.perform(get(URI.create(Papers.qrOnPage(pdf, 2)).getPath()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("đang có hiệu lực")))
                .andExpect(content().string(not(containsString(on.anh))));
    }
}
