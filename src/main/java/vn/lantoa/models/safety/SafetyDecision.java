package vn.lantoa.models.safety;

import java.time.LocalDate;

/**
 * A decision of an outside authority: what it recognises or rates, unions neither decide nor appraise (DOMAIN 1.7).
 *
 * @param year the year it is about
 * @param number as it stands on the document
 */
public record SafetyDecision(Kind kind, int year, String number, LocalDate decidedOn, String issuer) {

    /** Two things that are never mixed; words: message {@code safety.decision.<NAME>}. */
    public enum Kind {
        /** Đạt or chưa đạt (TT 124/2021/TT-BCA Điều 8). */
        RECOGNITION,
        /** Xuất sắc, khá, trung bình or yếu (QĐ 510/QĐ-BCA-V05). */
        RATING
    }
}
