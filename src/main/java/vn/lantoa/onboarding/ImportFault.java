package vn.lantoa.onboarding;

/**
 * What is wrong, in conflict, or worth knowing about one cell.
 *
 * @param row as the sheet counts, 0 when it concerns the file
 * @param column its letters, empty when the row as a whole is meant
 * @param reason the words are message {@code onboarding.fault.<reason>} with {@code shown} and {@code other}
 * @param shown what stands in the cell, cut
 * @param other what it was held against, empty where nothing was
 */
public record ImportFault(Weight weight, int row, String column, Reason reason, String shown, String other) {

    /** How much it matters. */
    public enum Weight {
        /** Nothing is applied before it is put right in the file. */
        FAULT,
        /** What exists says otherwise: applied only when the person keeps what exists. */
        CONFLICT,
        /** Good to know. */
        REMARK
    }

    /** What it is. */
    public enum Reason {
        CODE_MISSING(Weight.FAULT),
        CODE_MALFORMED(Weight.FAULT),
        NAME_MISSING(Weight.FAULT),
        NAME_TOO_LONG(Weight.FAULT),
        KIND_UNKNOWN(Weight.FAULT),
        PARENT_UNKNOWN(Weight.FAULT),
        PARENT_TWICE(Weight.FAULT),
        PARENT_CLOSED(Weight.FAULT),
        PARENT_ITSELF(Weight.FAULT),
        WRONG_LEVEL(Weight.FAULT),
        CODE_ELSEWHERE(Weight.FAULT),
        UNIT_CLOSED(Weight.FAULT),
        OTHER_IN_FILE(Weight.FAULT),
        DATE_MALFORMED(Weight.FAULT),
        DATE_IN_FUTURE(Weight.FAULT),
        DATE_BEFORE_PARENT(Weight.FAULT),
        PHONE_MALFORMED(Weight.FAULT),
        EMAIL_MALFORMED(Weight.FAULT),
        PERSON_MISSING(Weight.FAULT),
        PERSON_TOO_LONG(Weight.FAULT),
        POST_MISSING(Weight.FAULT),
        POST_UNKNOWN(Weight.FAULT),
        POST_NOT_HERE(Weight.FAULT),
        CAPACITY_UNKNOWN(Weight.FAULT),
        TEXT_TOO_LONG(Weight.FAULT),
        USERNAME_MALFORMED(Weight.FAULT),
        USERNAME_TAKEN(Weight.FAULT),
        FORMULA(Weight.FAULT),
        MERGED(Weight.FAULT),
        SAME_CODE_OTHER_NAME(Weight.CONFLICT),
        SAME_CODE_OTHER_PLACE(Weight.CONFLICT),
        SAME_CODE_OTHER_KIND(Weight.CONFLICT),
        SAME_NAME_OTHER_CODE(Weight.CONFLICT),
        PERSON_REACHED_OTHERWISE(Weight.CONFLICT),
        ZERO_ADDED(Weight.REMARK),
        PERSON_KNOWN(Weight.REMARK);

        private final Weight weight;

        Reason(Weight weight) {
            this.weight = weight;
        }
    }

    private static final int LONGEST = 120;

    static ImportFault of(int row, String column, Reason reason, String shown, String other) {
        return new ImportFault(reason.weight, row, column == null ? "" : column, reason, cut(shown), cut(other));
    }

    static ImportFault of(int row, String column, Reason reason, String shown) {
        return of(row, column, reason, shown, "");
    }

    private static String cut(String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
