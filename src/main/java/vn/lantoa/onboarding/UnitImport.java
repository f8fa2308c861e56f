package vn.lantoa.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * A file on its way in.
 *
 * @param unit the branch it was brought for
 * @param refusal why it was not read, or what stopped the last act; message key, null when nothing did
 * @param refusalWhere the places it happened, one a line
 * @param remarks about the file itself
 */
public record UnitImport(
        long id,
        UnitId unit,
        PersonId startedBy,
        String fileName,
        long fileSize,
        ImportState state,
        String refusal,
        List<String> refusalWhere,
        Remarks remarks,
        Progress progress,
        Sums sums,
        Instant createdAt,
        Instant changedAt,
        PersonId actedBy,
        boolean keepConflicts) {

    /**
     * What was noticed about the file.
     *
     * @param columns the letters of the column of each field
     * @param unused headings nobody reads
     * @param otherSheets further sheets with content, not read
     */
    public record Remarks(
            String sheet, int headerRow, Map<String, String> columns, List<String> unused, List<String> otherSheets) {

        static final Remarks NONE = new Remarks("", 0, Map.of(), List.of(), List.of());
    }

    /** How far the present work is. */
    public record Progress(int done, int total) {}

    /** What is in it. */
    public record Sums(
            int unitsNew,
            int unitsKnown,
            int peopleNew,
            int peopleKnown,
            int postsNew,
            int faults,
            int conflicts,
            int remarks) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Whether it can be applied now. */
    public boolean applicable() {
        return state == ImportState.READ
                && sums.faults() == 0
                && sums.unitsNew() + sums.peopleNew() + sums.postsNew() > 0;
    }
}
