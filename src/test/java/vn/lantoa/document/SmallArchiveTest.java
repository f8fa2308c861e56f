package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is taken of an archive, and at which limit nothing is. */
class SmallArchiveTest {

    private static final SmallArchive.Limits LIMITS = new SmallArchive.Limits(3, 100, 150);

    @Test
    void files_come_as_they_are_and_folders_are_none() throws Exception {
        var files = SmallArchive.read(zip(entry("a/", 0), entry("a/b", 100), entry("c", 50)), LIMITS);

        assertThat(files).containsOnlyKeys("a/b", "c");
        assertThat(files.get("a/b")).hasSize(100);
    }

    @Test
    void what_is_too_large_is_named_while_it_unpacks() {
        assertThat(tooLarge(entry("a", 101))).isEqualTo("a");
        assertThat(tooLarge(entry("a", 100), entry("b", 51))).isEqualTo("b");
        assertThat(tooLarge(entry("bomb/", 50_000_000))).isEqualTo("bomb/");
    }

    @Test
    void too_many_none_and_broken_ones_give_nothing() throws IOException {
        assertThat(tooLarge(entry("a", 1), entry("b", 1), entry("c", 1), entry("d", 1)))
                .isEmpty();
        assertThat(tooLarge(entry("a/", 0))).isEmpty();
        var whole = zip(entry("a", 90));
        assertThatThrownBy(() -> SmallArchive.read(Arrays.copyOf(whole, 40), LIMITS))
                .isInstanceOf(SmallArchive.Unreadable.class);
    }

    private record Entry(String name, int size) {}

    private static Entry entry(String name, int size) {
        return new Entry(name, size);
    }

    private static String tooLarge(Entry... entries) {
        try {
            SmallArchive.read(zip(entries), LIMITS);
        } catch (SmallArchive.Unreadable e) {
            return e.tooLarge();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("it was read");
    }

    private static byte[] zip(Entry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(new byte[entry.size()]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
