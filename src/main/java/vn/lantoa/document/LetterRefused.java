package vn.lantoa.document;

import java.util.List;

/** A template cannot be used; every reason names the field or the place. */
public final class LetterRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** One reason: message {@code document.template.refused.<code>} with the field as its argument. */
    public record Reason(String code, String field) {}

    private final transient List<Reason> reasons;

    LetterRefused(List<Reason> reasons) {
        super("a template of a letter cannot be used: " + reasons);
        this.reasons = List.copyOf(reasons);
    }

    static LetterRefused of(String code, String field) {
        return new LetterRefused(List.of(new Reason(code, field)));
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
