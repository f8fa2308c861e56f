package vn.lantoa.reporting.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.reporting.ReportDesk.value;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Change;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The report as a letter, opened and read back: text, table, diacritics; {@code LANTOA_DOCS_WRITE=1} takes its pictures. */
@IntegrationTest
class ReportLetterTest {

    private static final String LEADERSHIP =
            "Ban Thường vụ đã ban hành kế hoạch phối hợp giữ gìn an ninh, trật tự tại khu nhà trọ công nhân.\n"
                    + "Nguyện vọng của đoàn viên được lắng nghe ở mỗi kỳ sinh hoạt; ưỡn ẹo, khuỷu, nghiêng, quyền: đủ dấu.";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    Branch branch;
    ReportDesk desk;
    ReportId report;

    @BeforeEach
    void aReportWithFiguresOfEveryKind() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
        report = ((ReportOutcome.Done) context.getBean(Reports.class)
                        .open(branch.officer(branch.a), branch.a1, ReportingPeriod.yearOf(2025)))
                .report();
        desk.complete(
                branch.officer(branch.a1),
                report,
                "DraftReport",
                "submit",
                Map.of(
                        "figures",
                        Map.ofEntries(
                                Map.entry("O2", Map.of("value", 1385)),
                                Map.entry("O3", Map.of("value", 8000, "qualifier", "more_than")),
                                Map.entry("D3", value(74)),
                                Map.entry("D4", Map.of("value", 900, "qualifier", "about")),
                                Map.entry("B1", Map.of("value", 120, "qualifier", "almost")),
                                Map.entry("B2", Map.of("value", 12500, "qualifier", "over")),
                                Map.entry("D14", Map.of("notStated", true)),
                                Map.entry("E2", value(60)),
                                Map.entry("E3", value(47))),
                        "leadership",
                        LEADERSHIP,
                        "strengths",
                        "Phong trào được duy trì thường xuyên.",
                        "proposalRows",
                        java.util.List.of(Map.of(
                                "matter", "Đề nghị Tổng Liên đoàn tổ chức tập huấn.", "addressee", "CONFEDERATION"))));
    }

    @Test
    void the_document_reads_back_as_it_was_written() throws Exception {
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "approve", Map.of());
        number();

        try (var word = new XWPFDocument(new ByteArrayInputStream(load(branch.officer(branch.a), "letter.docx")));
                var extractor = new XWPFWordExtractor(word)) {
            var text = extractor.getText();
            assertThat(text)
                    .doesNotContain("DỰ THẢO")
                    .doesNotContain("{{")
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                    .contains("LĐLĐ TỈNH A", "CÔNG ĐOÀN XÃ A1", "Số: 7/BC-CĐ", "Kính gửi: LĐLĐ tỉnh A")
                    .contains(LEADERSHIP.split("\n"))
                    .contains(
                            "I. Đặc điểm tình hình",
                            "III. Kết quả thực hiện",
                            "4. Bài học kinh nghiệm",
                            "VI. Đề xuất, kiến nghị")
                    .contains("Đề nghị Tổng Liên đoàn tổ chức tập huấn", "TM. BAN THƯỜNG VỤ", "Nguyễn Thử Lãnh A1");
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            var figures = word.getTables().get(word.getTables().size() - 1);
            assertThat(figures.getRow(0).isRepeatHeader()).isTrue();
            assertThat(shown(figures, "Công đoàn cơ sở")).isEqualTo("1.385");
            assertThat(shown(figures, "Đoàn viên")).isEqualTo("trên 8.000");
            assertThat(shown(figures, "Thành viên tổ tự quản")).isEqualTo("khoảng 900");
            assertThat(shown(figures, "Cuộc, buổi tuyên truyền")).isEqualTo("gần 120");
            assertThat(shown(figures, "Lượt người dự tuyên truyền")).isEqualTo("hơn 12.500");
            assertThat(shown(figures, "Camera an ninh")).isEqualTo("không có số liệu");
            assertThat(shown(figures, "Tỷ lệ đạt trên số được xét")).isEqualTo("78,33");
            assertThat(shown(figures, "Phòng trọ")).as("nobody said anything").isEmpty();
        }
    }

    @Test
    void the_pdf_says_the_same_with_embedded_fonts_and_numbers_its_pages_from_the_second() throws Exception {
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "approve", Map.of());
        number();

        try (var pdf = Loader.loadPDF(load(branch.leader(branch.a1), "letter.pdf"))) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text)
                    .contains("Số: 7/BC-CĐ", "trên 8.000", "không có số liệu", "hơn 12.500", "78,33")
                    .contains("ưỡn ẹo, khuỷu, nghiêng, quyền: đủ dấu.")
                    .contains("Kết quả thực hiện phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2025");
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).as("A4").isBetween(595f, 596f);
            assertThat(page(pdf, 1)).doesNotStartWith("1");
            assertThat(page(pdf, 2)).startsWith("2");
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            if (System.getenv("LANTOA_DOCS_WRITE") != null) {
                picture(pdf, 0, "letter-page-1");
                picture(pdf, pdf.getNumberOfPages() - 2, "letter-annex");
            }
        }
    }

    @Test
    void before_approval_it_is_marked_a_draft_and_says_nothing_to_other_units() throws Exception {
        assertThat(text(load(branch.officer(branch.a1), "letter.docx"))).contains("DỰ THẢO", "đủ dấu", "/BC-CĐ");
        assertThat(text(load(branch.officer(branch.a), "letter.docx")))
                .contains("DỰ THẢO")
                .doesNotContain("đủ dấu")
                .doesNotContain("8.000");
        web.perform(get("/reports/" + report + "/letter.docx")
                        .with(user(branch.officer(branch.b).username())))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "KT, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
        "TUQ, TUQ. BAN THƯỜNG VỤ, CÁN BỘ KIỂM TRA",
        "TL, TL. BAN THƯỜNG VỤ, CÁN BỘ KIỂM TRA",
        ", TUQ. BAN THƯỜNG VỤ, CÁN BỘ KIỂM TRA"
    })
    void a_stand_in_signs_in_the_capacity_of_that_day(Capacity capacity, String authority, String post)
            throws Exception {
        var leader = branch.leader(branch.a1);
        var deputy = branch.checker(branch.a1);
        var today = LocalDate.now(clock);
        var substitutions = context.getBean(Substitutions.class);
        var rule = (Change.Done) substitutions.enter(
                leader,
                new Substitutions.Entry(
                        leader.id(),
                        deputy.username(),
                        Post.LEADER,
                        branch.a1,
                        Set.of(),
                        capacity,
                        "đi công tác",
                        today,
                        today.plusDays(3)));
        desk.complete(branch.checker(branch.a1), report, "ApproveReport", "approve", Map.of());
        number();
        substitutions.end(leader, rule.id());

        var lines = text(load(branch.officer(branch.a), "letter.docx")).lines().toList();
        assertThat(lines).anySatisfy(line -> assertThat(line).contains(authority));
        assertThat(String.join("\n", lines))
                .contains(post, "Nguyễn Thử Kiểm A1")
                .doesNotContain("TM. BAN THƯỜNG VỤ")
                .doesNotContain("Nguyễn Thử Lãnh A1");
        web.perform(get("/dossiers/report/" + report).with(user(leader.username())))
                .andExpect(content().string(containsString("Nguyễn Thử Kiểm A1")))
                .andExpect(content().string(containsString((capacity == null ? "" : "(" + capacity + ".)"))))
                .andExpect(content().string(containsString("thay Nguyễn Thử Lãnh A1, theo ủy quyền từ")));
    }

    private void number() {
        var clerk = branch.actor(Post.RECORDS_OFFICE, branch.a1);
        var documents = context.getBean(OutgoingDocuments.class);
        var id = documents.of(report.dossier(), 1).orElseThrow().id();
        assertThat(documents.number(clerk, id, new DocumentNumber(null, 7, "BC-CĐ", LocalDate.now(clock))))
                .isInstanceOf(OutgoingDocuments.Outcome.Done.class);
    }

    private byte[] load(Actor actor, String file) throws Exception {
        return web.perform(get("/reports/" + report + "/" + file).with(user(actor.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String text(byte[] docx) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }

    private static String shown(org.apache.poi.xwpf.usermodel.XWPFTable table, String name) {
        return table.getRows().stream()
                .filter(row -> row.getCell(1).getText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name))
                .getCell(3)
                .getText();
    }

    private static String page(org.apache.pdfbox.pdmodel.PDDocument pdf, int number) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(pdf).strip();
    }

    private static void picture(org.apache.pdfbox.pdmodel.PDDocument pdf, int page, String name) throws IOException {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 72, ImageType.GRAY);
        ImageIO.write(image, "png", new File("src/docs/screens/" + name + ".png"));
    }
}
