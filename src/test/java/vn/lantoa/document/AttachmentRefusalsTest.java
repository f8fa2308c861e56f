package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.SampleFiles;

/** Which files are taken, and what they lose on the way in (SECURITY §4). */
@IntegrationTest
class AttachmentRefusalsTest extends AttachmentDesk {

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_bad_file_is_refused_in_words_and_nothing_of_it_is_kept() {
        var before = parts();
        assertThat(refusal(SampleFiles.pdf(), "virus.exe")).contains("không thuộc loại được nhận");
        assertThat(refusal(SampleFiles.pdf(), "anh.png")).contains("không đúng với đuôi");
        assertThat(refusal(SampleFiles.docx("x"), "bang.xlsx")).contains("không đúng với đuôi");
        assertThat(refusal(new byte[0], "rong.pdf")).contains("rỗng");
        assertThat(refusal("%PDF-1.7 cắt ngang".getBytes(StandardCharsets.UTF_8), "cat.pdf"))
                .contains("PDF");
        assertThat(refusal(Arrays.copyOf(SampleFiles.picture("png"), 20), "anh.png"))
                .contains("Ảnh");
        assertThat(refusal(SampleFiles.withPart(SampleFiles.docx("x"), "word/vbaProject.bin", noise(10)), "macro.docx"))
                .contains("macro");
        assertThat(refusal(
                        SampleFiles.withPart(SampleFiles.docx("x"), "word/media/bomb.png", new byte[50_000_000]),
                        "bom.docx"))
                .contains("quá lớn");
        assertThat(refusal(noise((int) OfficeFiles.LARGEST + 1), "lon.pdf")).contains("10 MB");
        assertThat(refusal(SampleFiles.pdf(), "\u202Efdp.exe")).contains("không thuộc loại được nhận");
        assertThat(parts()).isEqualTo(before);
        assertThat(attachments.of(officer, dossier)).isEmpty();
    }

    @Test
    void a_photograph_loses_where_it_was_taken_and_stands_upright() throws Exception {
        add(SampleFiles.photograph(), "ảnh chụp.jpg");

        var out = new ByteArrayOutputStream();
        attachments.copy(attachments.of(officer, dossier).get(0), out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("GPS");
        var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
    }

    private long parts() {
        return jdbc.sql("select count(*) from stored_file_part")
                .query(Long.class)
                .single();
    }
}
