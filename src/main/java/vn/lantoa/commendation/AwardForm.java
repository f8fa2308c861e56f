package vn.lantoa.commendation;

/** What is handed over; the word is message {@code award.form.<FORM>}. */
public enum AwardForm {
    /** Giấy khen. */
    CERTIFICATE,
    /** Bằng khen. */
    MERIT,
    /** Cờ thi đua. */
    FLAG,
    /** Kỷ niệm chương. */
    BADGE,
    PRIZE
}
