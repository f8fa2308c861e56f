package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of the names of files that people send. */
class FileNamesTest {

    @Test
    void names_lose_what_misleads_and_long_ones_keep_their_ending() {
        assertThat(FileNames.clean("ảnh\u202Egpj.pdf", "tep")).isEqualTo("ảnh gpj.pdf");
        assertThat(FileNames.clean("../../etc/pass\u0000wd\r\n.pdf", "tep")).isEqualTo("pass wd .pdf");
        assertThat(FileNames.clean("e\u0302\u0301.pdf", "tep")).isEqualTo("\u1EBF.pdf");
        assertThat(FileNames.clean("a".repeat(300) + ".docx", "tep"))
                .hasSize(200)
                .endsWith(".docx");
        assertThat(FileNames.clean("...", "tep")).isEqualTo("tep");
        assertThat(FileNames.clean(null, "tep")).isEqualTo("tep");
    }
}
