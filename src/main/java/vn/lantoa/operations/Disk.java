package vn.lantoa.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much room the disk of the data folder has left. */
@Component
class Disk {

    private final Path folder;
    private final DataSize least;
    private final DataSize early;

    /**
     * @param least below it a node takes no new work
     * @param early below it somebody should make room
     */
    Disk(
            @Value("${lantoa.data-folder}") Path folder,
            @Value("${management.health.diskspace.threshold}") DataSize least,
            @Value("${lantoa.operations.disk-warning}") DataSize early) {
        this.folder = folder;
        this.least = least;
        this.early = early;
    }

    DiskRoom room() {
        try {
            var store = Files.getFileStore(folder);
            return new DiskRoom(
                    DataSize.ofBytes(store.getUsableSpace()), DataSize.ofBytes(store.getTotalSpace()), least, early);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
