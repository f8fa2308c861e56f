package vn.lantoa.commendation;

/** What it is given for (Luật 06/2022/QH15 Điều 8); the word is message {@code award.kind.<KIND>}. */
public enum AwardKind {
    /** Công trạng. */
    MERIT,
    /** Chuyên đề, theo đợt. */
    THEMATIC,
    /** Đột xuất. */
    UNEXPECTED,
    /** Cống hiến. */
    LONG_SERVICE
}
