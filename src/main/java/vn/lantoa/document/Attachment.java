package vn.lantoa.document;

import java.time.Instant;

/**
 * A file that belongs to a dossier.
 *
 * @param id random
 * @param removedBy null while it stands
 * @param kept whether its content can still be had: what was removed before anything was sent is gone
 */
public record Attachment(
        String id,
        long file,
        String name,
        String mediaType,
        long size,
        String sha256,
        String addedBy,
        Instant addedAt,
        String removedBy,
        Instant removedAt,
        boolean kept) {

    public boolean removed() {
        return removedBy != null;
    }

    /** "1,4 MB", "230 KB", as Vietnamese write it. */
    public String sizeInWords() {
        if (size < 1024 * 1024) {
            return Math.max(1, size / 1024) + " KB";
        }
        return String.format(java.util.Locale.forLanguageTag("vi"), "%.1f MB", size / 1024.0 / 1024.0);
    }
}
