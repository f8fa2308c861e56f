package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** "Mẫu văn bản": a template goes to Word and comes back, or is refused by the name of what is wrong in it. */
@IntegrationTest
class LetterTemplatesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    LetterTemplates templates;

    @Autowired
    List<LetterKind> kinds;

    @Autowired
    JdbcClient jdbc;

    LetterKind report;
    String administrator;

    @BeforeEach
    void anAdministrator() {
        var branch = Branch.grow(context);
        administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        report = kinds.stream()
                .filter(kind -> kind.code().equals("report"))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void theProgramsTemplateAgain() {
        jdbc.sql("delete from letter_template").update();
    }

    @Test
    void an_edited_template_shapes_both_files_and_the_old_one_can_be_put_back() throws Exception {
        var edited = edited(word -> word.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals("BÁO CÁO"))
                .forEach(paragraph -> set(paragraph, "BÁO CÁO TỔNG HỢP CỦA NGÀNH")));

        upload(edited, "mau-moi.docx", 302);

        var letters = context.getBean(Letters.class);
        assertThat(text(letters.docx(report, report.sample()))).contains("BÁO CÁO TỔNG HỢP CỦA NGÀNH");
        assertThat(pdfText(letters.pdf(report, report.sample(), "Báo cáo"))).contains("BÁO CÁO TỔNG HỢP CỦA NGÀNH");
        web.perform(get("/templates").with(user(administrator)))
                .andExpect(content().string(containsString("đang dùng")))
                .andExpect(content().string(containsString("sections.paragraphs.text")));
        web.perform(post("/templates/restoration")
                        .param("kind", "report")
                        .param("version", "0")
                        .with(user(administrator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/templates"));
        assertThat(pdfText(letters.pdf(report, report.sample(), "Báo cáo"))).doesNotContain("TỔNG HỢP CỦA NGÀNH");
    }

    /** What the start relies on: it looks at the installation's own templates only. */
    @Test
    void every_template_of_the_program_prints_its_sample() {
        assertThat(kinds).isNotEmpty().allSatisfy(kind -> LetterCheck.pass(kind, LetterTemplates.shipped(kind)));
    }

    @Test
    void a_field_formatted_in_capitals_in_word_is_filled_all_the_same() {
        var edited = edited(word -> word.getTables()
                .get(0)
                .getRow(0)
                .getCell(0)
                .getParagraphs()
                .get(1)
                .getRuns()
                .forEach(run -> run.setCapitalized(true)));
        LetterCheck.pass(report, edited);

        assertThat(text(new LetterForm(report, edited).fill(report.sample()))).contains("LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU");
    }

    @Test
    void a_template_that_lacks_a_field_or_has_an_unknown_one_is_refused_by_its_name() throws Exception {
        refused(
                edited(word -> word.getParagraphs().stream()
                        .filter(paragraph -> paragraph.getText().equals("{{title}}"))
                        .toList()
                        .forEach(paragraph -> set(paragraph, "Kết quả {{tieu_de}}"))),
                "mau.docx",
                "tieu_de");
        refused(
                edited(word -> word.getTables()
                        .get(0)
                        .getRow(0)
                        .getCell(0)
                        .getParagraphs()
                        .forEach(paragraph -> set(paragraph, ""))),
                "mau.docx",
                "thiếu ô bắt buộc &quot;issuer&quot;");
        refused(
                edited(word -> set(
                        word.getTables()
                                .get(word.getTables().size() - 1)
                                .getRow(1)
                                .getCell(3)
                                .getParagraphs()
                                .get(0),
                        "[gia_tri]")),
                "mau.docx",
                "gia_tri");
        refused(
                edited(word -> word.getParagraphs().stream()
                        .filter(paragraph -> paragraph.getText().equals("{{/sections}}"))
                        .toList()
                        .forEach(paragraph -> set(paragraph, ""))),
                "mau.docx",
                "sections");
        var opening = "Thực hiện chế độ báo cáo";
        refused(
                edited(word -> starting(word, opening).forEach(line -> set(line, "{{@http://169.254.169.254/x}}"))),
                "mau.docx",
                "169.254.169.254");
        refused(edited(word -> starting(word, opening).forEach(line -> set(line, "{{@title}}"))), "mau.docx", "@title");
        refused(SampleFiles.pdf(), "mau.docx", "không phải tệp Word");
        refused(SampleFiles.withPart(edited(word -> {}), "word/vbaProject.bin", new byte[10]), "mau.docm", "macro");
        assertThat(jdbc.sql("select count(*) from letter_template")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_made_by_the_maker_is_what_is_shipped_in_its_fields() {
        LetterCheck.pass(report, edited(word -> {}));
        assertThat(templates.fields("report")).contains("draft.mark", "sections.parts.heading", "figures.note");
    }

    private void refused(byte[] template, String name, String why) throws Exception {
        upload(template, name, 422).andExpect(content().string(containsString(why)));
    }

    private org.springframework.test.web.servlet.ResultActions upload(byte[] template, String name, int status)
            throws Exception {
        return web.perform(multipart("/templates")
                        .file(new MockMultipartFile("file", name, "application/octet-stream", template))
                        .param("kind", "report")
                        .with(user(administrator))
                        .with(csrf()))
                .andExpect(status().is(status));
    }

    private static byte[] edited(Consumer<XWPFDocument> edit) {
        try (var in = LetterTemplatesTest.class.getResourceAsStream("/documents/report.docx");
                var word = new XWPFDocument(in)) {
            edit.accept(word);
            var out = new ByteArrayOutputStream();
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<XWPFParagraph> starting(XWPFDocument word, String text) {
        return word.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().startsWith(text))
                .toList();
    }

    private static void set(XWPFParagraph paragraph, String text) {
        while (paragraph.getRuns().size() > 1) {
            paragraph.removeRun(1);
        }
        if (paragraph.getRuns().isEmpty()) {
            paragraph.createRun();
        }
        paragraph.getRuns().get(0).setText(text, 0);
    }

    private static String text(byte[] docx) {
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new org.apache.poi.xwpf.extractor.XWPFWordExtractor(word)) {
            return extractor.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
