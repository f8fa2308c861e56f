package vn.lantoa.document;

/**
 * Why a file was not read, in a word a person can act on.
 *
 * @param reason the words are message {@code document.refused.<REASON>}
 * @param where the part, row or sheet that gave the reason; empty when it is the whole file
 */
public record FileRefusal(Reason reason, String where) {

    /** The reasons. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        NOT_AN_OFFICE_FILE,
        NOT_A_SPREADSHEET,
        NAME_AND_CONTENT_DIFFER,
        OLD_FORMAT,
        PASSWORD,
        MACROS,
        TOO_MANY_PARTS,
        TOO_MUCH_INSIDE,
        OUTSIDE_LINK,
        UNSAFE_NAME,
        ARCHIVE_INSIDE,
        UNSAFE_XML,
        BROKEN,
        NOT_UTF8,
        TOO_MANY_COLUMNS
    }

    static FileRefusal of(Reason reason) {
        return new FileRefusal(reason, "");
    }

    static FileRefusal of(Reason reason, String where) {
        return new FileRefusal(reason, where.length() > 200 ? where.substring(0, 200) : where);
    }

    /** The message key of the reason; its argument {@code 0} is {@link #where}. */
    public String key() {
        return "document.refused." + reason;
    }
}
