package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.form.Qualifier;

/**
 * What a report says about one indicator. That nothing is stated is said too, and is not zero.
 *
 * @param amount null unless STATED
 * @param reason why it moved so much, travels upward with the figure; null when none
 * @param note what a reader wrote at it; null when none
 * @param corrected whether a leader changed what the officer had entered
 */
public record Figure(
        Statement statement, BigDecimal amount, Qualifier qualifier, String reason, String note, boolean corrected) {

    /** The three things one can say. */
    public enum Statement {
        STATED,
        NOT_STATED,
        /** "Đang chờ quyết định". */
        PENDING
    }

    static Figure exactly(BigDecimal amount) {
        return new Figure(Statement.STATED, amount, Qualifier.EXACT, null, null, false);
    }

    static Figure notStated() {
        return new Figure(Statement.NOT_STATED, null, Qualifier.EXACT, null, null, false);
    }

    /** Reads what the form accepted; empty when it is a note alone. */
    static Optional<Figure> ofAnswer(Map<?, ?> answer) {
        var reason = (String) answer.get("reason");
        var note = (String) answer.get("note");
        if (answer.get("value") != null) {
            var amount = new BigDecimal(answer.get("value").toString());
            return Optional.of(new Figure(
                    Statement.STATED, amount, Qualifier.ofCode(answer.get("qualifier")), reason, note, false));
        }
        if (Boolean.TRUE.equals(answer.get("pending"))) {
            return Optional.of(new Figure(Statement.PENDING, null, Qualifier.EXACT, reason, note, false));
        }
        if (Boolean.TRUE.equals(answer.get("notStated"))) {
            return Optional.of(new Figure(Statement.NOT_STATED, null, Qualifier.EXACT, reason, note, false));
        }
        return Optional.empty();
    }

    /** As the form shows it and the API answers it. */
    public Map<String, Object> asAnswer() {
        var answer = new LinkedHashMap<String, Object>();
        switch (statement) {
            case STATED -> {
                answer.put("value", plain(amount));
                answer.put("qualifier", qualifier.code());
            }
            case NOT_STATED -> answer.put("notStated", true);
            case PENDING -> answer.put("pending", true);
        }
        if (reason != null) {
            answer.put("reason", reason);
        }
        if (note != null) {
            answer.put("note", note);
        }
        return answer;
    }

    Figure markedCorrected() {
        return new Figure(statement, amount, qualifier, reason, note, true);
    }

    Figure withoutNote() {
        return new Figure(statement, amount, qualifier, reason, null, corrected);
    }

    /** The same with more of it. */
    Figure plus(BigDecimal more) {
        return new Figure(statement, amount.add(more), qualifier, reason, note, corrected);
    }

    boolean saysTheSameAs(Figure other) {
        return other != null
                && statement == other.statement
                && qualifier == other.qualifier
                && (amount == null || amount.compareTo(other.amount) == 0);
    }

    /** What it is at the least, when that is certain: "trên 8.000" is at least 8.000, "gần 8.000" says nothing downward. */
    Optional<BigDecimal> atLeast() {
        var certain = qualifier == Qualifier.EXACT || qualifier == Qualifier.MORE_THAN || qualifier == Qualifier.OVER;
        return Optional.ofNullable(amount).filter(value -> certain);
    }

    /** What it is at the most, when that is certain. */
    Optional<BigDecimal> atMost() {
        var certain = qualifier == Qualifier.EXACT || qualifier == Qualifier.ALMOST;
        return Optional.ofNullable(amount).filter(value -> certain);
    }

    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
