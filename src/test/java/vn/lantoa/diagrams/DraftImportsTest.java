package vn.lantoa.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.diagrams.ReleaseOutcome.Refused;
import vn.lantoa.diagrams.ReleaseOutcome.Why;
import vn.lantoa.engine.Deployments;
import vn.lantoa.testing.IntegrationTest;

/** Files come into a draft from outside: an archive, single files, what the software brings. */
@IntegrationTest
class DraftImportsTest extends ReleaseDesk {

    @Autowired
    ShippedDrafts shipped;

    @Test
    void a_version_leaves_byte_for_byte_and_comes_back_into_a_draft() throws Exception {
        var zip = as(author, get("/processes/unit-report/versions/1/files.zip"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var files = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(in.readAllBytes())
                        .as(entry.getName())
                        .isEqualTo(Files.readAllBytes(Path.of(entry.getName())));
                files++;
            }
        }
        assertThat(files).isGreaterThan(5);

        var id = drafts.begin(author, "unit-report", "nhập");
        as(author, upload(id, "quy-trinh.zip", zip)).andExpect(status().is3xxRedirection());
        assertThat(offers.offer(author, id, "thử")).isEqualTo(Refused.of(Why.NO_CHANGE));
    }

    @Test
    void bad_archives_and_files_are_refused_with_a_word_and_nothing_is_kept() throws Exception {
        var id = drafts.begin(author, process, "nhập");
        var before = FilesDigest.of(drafts.files(author, id));

        for (var bad : List.of(
                new Bad("a.zip", "PK nothing".getBytes(StandardCharsets.UTF_8), "Không đọc được gói"),
                new Bad("a.zip", zip(Parcels.name(process), new byte[2_000_000]), "lớn hơn 1 MB"),
                new Bad("a.zip", zip("../../" + process + ".bpmn", new byte[] {'a'}), "không thuộc các thư mục"),
                new Bad("a.zip", zip("bpmn/reporting/unit-report.bpmn", new byte[] {'a'}), "không thuộc các thư mục"),
                new Bad("x.exe", new byte[] {'a'}, "không thuộc các thư mục"),
                new Bad(process + ".bpmn", new byte[] {(byte) 0xff, (byte) 0xfe}, "không phải văn bản"),
                new Bad(process + ".bpmn", new byte[] {'a', 0}, "không phải văn bản"))) {
            as(author, upload(id, bad.name(), bad.content()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString(bad.word())));
        }
        assertThat(FilesDigest.of(drafts.files(author, id))).isEqualTo(before);
        as(
                        author,
                        upload(
                                id,
                                process + ".bpmn",
                                Parcels.withoutWeighing(Parcels.diagram(process))
                                        .content()))
                .andExpect(status().is3xxRedirection());
        assertThat(FilesDigest.of(drafts.files(author, id))).isNotEqualTo(before);
    }

    @Test
    void what_the_software_brings_beside_a_release_is_a_draft_without_author_once() throws Exception {
        var aside = new Deployments.Aside(
                process, List.of(Parcels.withoutWeighing(Parcels.diagram(process)), Parcels.NOTE));
        shipped.lay(aside);
        shipped.lay(aside);

        var laid = drafts.of(author, process).stream()
                .filter(draft -> draft.author().isEmpty())
                .toList();
        assertThat(laid).hasSize(1);
        as(author, get("/process-drafts/" + laid.get(0).id() + "/release")).andExpect(status().isOk());
        offer(laid.get(0).id());
        as(author, release(laid.get(0).id())).andExpect(status().isConflict());
        as(leader, release(laid.get(0).id())).andExpect(status().is3xxRedirection());
        shipped.lay(aside);
        assertThat(drafts.of(author, process).stream()
                        .filter(draft -> draft.author().isEmpty()))
                .hasSize(1);
    }

    private record Bad(String name, byte[] content, String word) {}

    private MockHttpServletRequestBuilder upload(DraftId id, String name, byte[] content) {
        return multipart("/process-drafts/" + id + "/import")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("version", String.valueOf(drafts.find(author, id).version()));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
