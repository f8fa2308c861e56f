package vn.lantoa.form;

import java.util.List;
import java.util.Map;

/** What became of answers handed to a form. */
public sealed interface Acceptance {

    /** All answers are valid; {@code answers} holds exactly what was asked, normalised (NFC, numbers as BigDecimal). */
    record Accepted(Map<String, Object> answers) implements Acceptance {}

    /** Nothing is stored. */
    record Refused(List<FieldError> errors, boolean unknownKeys) implements Acceptance {}

    /**
     * @param key path of the field: {@code reason}, {@code figures.D3}, {@code members[0].name}
     * @param message in the reader's language, ready to show
     */
    record FieldError(String key, String message) {}
}
