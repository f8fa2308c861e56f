package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeyTest {

    @TempDir
    Path folder;

    @Test
    void a_short_key_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> new AuditKey("short", folder.resolve("key")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LANTOA_AUDIT_KEY")
                .hasMessageContaining("at least 32")
                .hasMessageNotContaining("short,");
    }

    @Test
    void without_a_key_one_is_made_once_for_its_owner_alone() throws IOException {
        var file = folder.resolve("data").resolve("key");
        var made = new AuditKey("", file).bytes();
        assertThat(made).hasSize(64).isEqualTo(new AuditKey("", file).bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_given_key_needs_no_file() {
        var file = folder.resolve("key");
        assertThat(new AuditKey("0123456789abcdef0123456789abcdef", file).bytes())
                .hasSize(32);
        assertThat(file).doesNotExist();
    }
}
