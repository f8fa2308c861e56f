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
    PRIZE;

    /** Whether it is a danh hiệu thi đua: a flag is (NĐ 152/2025/NĐ-CP Điều 50(2)); everything else here is a hình thức khen thưởng. */
    public boolean emulationTitle() {
        return this == FLAG;
    }
}
