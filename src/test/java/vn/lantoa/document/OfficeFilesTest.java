package vn.lantoa.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.document.FileRefusal.Reason;
import vn.lantoa.document.OfficeFiles.Kind;
import vn.lantoa.document.OfficeFiles.Verdict;

/** Planted containers, each wrong in one way. */
class OfficeFilesTest {

    private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";

    @TempDir
    Path folder;

    @Test
    void an_ordinary_workbook_is_sound() throws IOException {
        assertThat(check(parts())).isEqualTo(new Verdict.Sound(Kind.XLSX));
    }

    @Test
    void a_letter_is_sound_and_known_as_one() throws IOException {
        var parts = parts();
        parts.put(
                "[Content_Types].xml",
                TYPES.replace("spreadsheetml.sheet", "wordprocessingml.document")
                        .getBytes(UTF_8));
        assertThat(check(parts)).isEqualTo(new Verdict.Sound(Kind.DOCX));
    }

    @Test
    void a_bomb_of_42_kilobytes_that_holds_4_gigabytes_is_refused_within_a_second() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", TYPES.getBytes(UTF_8));
            var zeros = new byte[1024 * 1024];
            for (var part = 0; part < 4; part++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + part + ".bin"));
                for (var i = 0; i < 10; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        }
        assertThat(Files.size(file)).isLessThan(50_000);
        // What the machine does once in its life, loading the classes that read archives, is not the bomb's doing.
        assertThat(check(parts())).isInstanceOf(Verdict.Sound.class);
        var before = System.nanoTime();
        assertThat(reason(OfficeFiles.check(file))).isEqualTo(Reason.TOO_MUCH_INSIDE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void much_that_compresses_badly_is_refused_by_its_sum() throws IOException {
        var parts = parts();
        var some = new byte[12 * 1024 * 1024];
        for (var i = 0; i < some.length; i += 97) {
            some[i] = (byte) (i * 31 ^ i >> 7);
        }
        for (var i = 0; i < 10; i++) {
            parts.put("xl/media/image" + i + ".png", some);
        }
        assertThat(reason(check(parts))).isIn(Reason.TOO_MUCH_INSIDE, Reason.TOO_LARGE);
    }

    @Test
    void macros_are_refused_by_their_part_and_by_their_type() throws IOException {
        var part = parts();
        part.put("xl/vbaProject.bin", new byte[] {1});
        assertThat(reason(check(part))).isEqualTo(Reason.MACROS);
        var type = parts();
        type.put(
                "[Content_Types].xml",
                TYPES.replace("officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")
                        .getBytes(UTF_8));
        assertThat(reason(check(type))).isEqualTo(Reason.MACROS);
    }

    @Test
    void outside_links_are_refused_except_hyperlinks() throws IOException {
        var relation =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"http://x.example/\" TargetMode=\"External\"/></Relationships>";
        var link = parts();
        link.put(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relation.formatted("hyperlink").getBytes(UTF_8));
        assertThat(check(link)).isInstanceOf(Verdict.Sound.class);
        var image = parts();
        image.put(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relation.formatted("image").getBytes(UTF_8));
        assertThat(reason(check(image))).isEqualTo(Reason.OUTSIDE_LINK);
    }

    @Test
    void names_that_climb_out_are_refused() throws IOException {
        for (var name : new String[] {"xl/../../etc/passwd", "/etc/passwd", "xl\\a.xml", "XL/WORKBOOK.XML"}) {
            var parts = parts();
            parts.put(name, new byte[] {1});
            assertThat(reason(check(parts))).as(name).isEqualTo(Reason.UNSAFE_NAME);
        }
    }

    @Test
    void an_archive_inside_and_a_thousand_parts_are_refused() throws IOException {
        var nested = parts();
        nested.put("xl/embeddings/a.bin", zip(parts()));
        assertThat(reason(check(nested))).isEqualTo(Reason.ARCHIVE_INSIDE);
        var many = parts();
        for (var i = 0; i < 1_001; i++) {
            many.put("xl/media/" + i, new byte[] {1});
        }
        assertThat(reason(check(many))).isEqualTo(Reason.TOO_MANY_PARTS);
    }

    @Test
    void a_document_type_is_refused_in_any_part_and_opens_nothing() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><x>&e;</x>";
        for (var name : new String[] {"xl/workbook.xml", "[Content_Types].xml", "_rels/.rels"}) {
            var parts = parts();
            parts.put(name, entity.getBytes(UTF_8));
            assertThat(reason(check(parts))).as(name).isEqualTo(Reason.UNSAFE_XML);
        }
    }

    @Test
    void what_is_no_office_file_is_said_to_be_none() throws IOException {
        assertThat(reason(check(Map.of("a.txt", new byte[] {1})))).isEqualTo(Reason.NOT_AN_OFFICE_FILE);
        assertThat(reason(written(new byte[0]))).isEqualTo(Reason.EMPTY);
        assertThat(reason(written("%PDF-1.7 …".getBytes(UTF_8)))).isEqualTo(Reason.NOT_AN_OFFICE_FILE);
        assertThat(reason(written(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})))
                .isEqualTo(Reason.OLD_FORMAT);
        assertThat(reason(written(new byte[(int) OfficeFiles.LARGEST + 1]))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_container_cut_off_anywhere_is_refused_and_never_breaks_us() throws IOException {
        var whole = zip(parts());
        for (var length = 4; length < whole.length; length += 7) {
            var cut = Arrays.copyOf(whole, length);
            assertThatCode(() -> assertThat(written(cut)).isInstanceOf(Verdict.Refused.class))
                    .doesNotThrowAnyException();
        }
        for (var at = 4; at < whole.length; at += 3) {
            var bent = whole.clone();
            bent[at] ^= 0x55;
            assertThatCode(() -> written(bent)).doesNotThrowAnyException();
        }
    }

    private Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
        parts.put("_rels/.rels", "<Relationships/>".getBytes(UTF_8));
        parts.put("xl/workbook.xml", "<workbook/>".getBytes(UTF_8));
        return parts;
    }

    private Verdict check(Map<String, byte[]> parts) throws IOException {
        return written(zip(parts));
    }

    private Verdict written(byte[] bytes) throws IOException {
        return OfficeFiles.check(Files.write(folder.resolve("file"), bytes));
    }

    private static Reason reason(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).refusal().reason();
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
