package vn.lantoa.document.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;

/** An uploaded file on the disk for as long as somebody looks at it. */
final class UploadedFile {

    private UploadedFile() {}

    static boolean missing(MultipartFile file) {
        return file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isBlank() && file.isEmpty();
    }

    static <T> T with(MultipartFile file, Function<Path, T> use) {
        try {
            var path = Files.createTempFile("lantoa-upload", null);
            try {
                try (var in = file.getInputStream()) {
                    Files.copy(in, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                return use.apply(path);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
