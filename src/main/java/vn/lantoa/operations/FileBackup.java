package vn.lantoa.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;

/**
 * Backs up the H2 file every hour while people work: nothing outside can, for the program holds the file. PostgreSQL has its own tools
 * (src/docs/install.md). On the machine's time: the demo's clock must not put backups into the future.
 */
@Component
class FileBackup {

    private static final Logger log = LoggerFactory.getLogger(FileBackup.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String NAME = "lantoa-";
    private static final String ENDING = ".zip";

    private final JdbcClient jdbc;
    private final DatabaseLoad database;
    private final Path folder;
    private final int kept;
    private final Path mark;
    private final List<Path> beside;

    FileBackup(
            JdbcClient jdbc,
            DatabaseLoad database,
            @Value("${lantoa.backup.folder}") Path folder,
            @Value("${lantoa.backup.keep}") int kept,
            @Value("${lantoa.backup.mark}") Path mark,
            @Value("${lantoa.audit.head-file}") Path auditHead,
            @Value("${lantoa.audit.key-file}") Path auditKey) {
        this.jdbc = jdbc;
        this.database = database;
        this.folder = folder.toAbsolutePath();
        this.kept = kept;
        this.mark = mark;
        this.beside = List.of(auditHead, auditKey);
    }

    @Scheduled(cron = "${lantoa.backup.when}", zone = "Asia/Ho_Chi_Minh")
    void everyHour() {
        try {
            take().ifPresent(file -> log.info("Backed up to {}", file));
        } catch (IOException | DataAccessException failed) {
            log.error("No backup could be taken into {}: {}", folder, failed.getMessage());
        }
    }

    /** Takes one now; empty where the database is no file of this program. */
    Optional<Path> take() throws IOException {
        if (database.file().isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // It holds the key beside the data.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        var name = NAME + LocalDateTime.now(VietnamTime.ZONE).format(STAMP);
        // Before the database: a head that is younger than its chain would say that the chain was cut.
        for (var file : beside) {
            if (Files.exists(file)) {
                Files.copy(file, folder.resolve(name + "." + file.getFileName()));
            }
        }
        var part = folder.resolve(name + ENDING + ".part");
        jdbc.sql("backup to '" + part.toString().replace("'", "''") + "'").update();
        var whole = Files.move(part, folder.resolve(name + ENDING));
        forgetOld();
        touchMark();
        return Optional.of(whole);
    }

    private void forgetOld() throws IOException {
        try (var files = Files.list(folder)) {
            var all = files.filter(file -> file.getFileName().toString().startsWith(NAME))
                    .toList();
            var old = all.stream()
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted(Comparator.reverseOrder())
                    .skip(kept)
                    .toList();
            for (var file : all) {
                if (old.stream().anyMatch(name -> file.getFileName().toString().startsWith(name + "."))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void touchMark() throws IOException {
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException again) {
            Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
        }
    }
}
