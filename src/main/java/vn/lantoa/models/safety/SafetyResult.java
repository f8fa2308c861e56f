package vn.lantoa.models.safety;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lantoa.organization.VietnameseText;

/** What an outside decision says of one unit or place; words: message {@code safety.result.<NAME>}. */
public enum SafetyResult {
    PASSED(SafetyDecision.Kind.RECOGNITION, "dat"),
    FAILED(SafetyDecision.Kind.RECOGNITION, "chua dat", "khong dat"),
    EXCELLENT(SafetyDecision.Kind.RATING, "xuat sac"),
    GOOD(SafetyDecision.Kind.RATING, "kha"),
    AVERAGE(SafetyDecision.Kind.RATING, "trung binh"),
    WEAK(SafetyDecision.Kind.RATING, "yeu");

    private final SafetyDecision.Kind kind;
    private final List<String> written;

    SafetyResult(SafetyDecision.Kind kind, String... written) {
        this.kind = kind;
        this.written = List.of(written);
    }

    public SafetyDecision.Kind kind() {
        return kind;
    }

    /** The results a decision of this kind may say, in the order of lists. */
    public static List<SafetyResult> of(SafetyDecision.Kind kind) {
        return Stream.of(values()).filter(one -> one.kind == kind).toList();
    }

    /** As people write it, {@code Chưa đạt}, or by name; empty for anything else. */
    public static Optional<SafetyResult> written(String text) {
        var folded = VietnameseText.fold(text == null ? "" : text);
        return Stream.of(values())
                .filter(one ->
                        one.written.contains(folded) || one.name().equalsIgnoreCase(text == null ? "" : text.strip()))
                .findFirst();
    }
}
