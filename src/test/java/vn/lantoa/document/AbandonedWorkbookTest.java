package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;

/** A list whose reading is refused half way leaves no file behind: asked often enough, it would fill the disk. */
class AbandonedWorkbookTest {

    @TempDir
    Path folder;

    @Test
    void nothing_of_it_stays() throws IOException {
        TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder.toFile()));
        try {
            for (var rows : new int[] {0, 1, 250}) {
                try (var book = new Workbook()) {
                    var sheet = book.sheet("Danh sách", List.of(new Column("Mã", 12)));
                    for (var i = 0; i < rows; i++) {
                        sheet.row(List.of(Value.of(i)));
                    }
                    assertThat(files()).isNotEmpty();
                }
                assertThat(files()).as("after %d rows", rows).isEmpty();
            }
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
        }
    }

    private File[] files() {
        return folder.toFile().listFiles(File::isFile);
    }
}
