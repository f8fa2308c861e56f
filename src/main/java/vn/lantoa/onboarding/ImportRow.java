package vn.lantoa.onboarding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One row of the file as it was read; a field that is empty is not there. */
public record ImportRow(int number, Map<ImportField, String> fields) {

    private static final List<ImportField> OF_A_PERSON = List.of(
            ImportField.PERSON,
            ImportField.POST,
            ImportField.CAPACITY,
            ImportField.PHONE,
            ImportField.EMAIL,
            ImportField.RESPONSIBILITY,
            ImportField.USERNAME,
            ImportField.FROM);

    static ImportRow of(int number) {
        return new ImportRow(number, new EnumMap<>(ImportField.class));
    }

    /** The text of a field, empty when there is none. */
    public String get(ImportField field) {
        return fields.getOrDefault(field, "");
    }

    /** The text of a field, null when there is none. */
    String orNull(ImportField field) {
        return fields.get(field);
    }

    boolean namesAPerson() {
        return OF_A_PERSON.stream().anyMatch(fields::containsKey);
    }
}
