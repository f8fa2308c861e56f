package vn.lantoa.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of all fields of a kind of letter, for those who edit its template. */
final class LetterFields {

    private LetterFields() {}

    static List<String> of(Map<String, Object> sample) {
        var names = new LinkedHashSet<String>();
        collect(sample, "", names);
        return new ArrayList<>(names);
    }

    private static void collect(Map<?, ?> sample, String within, Set<String> names) {
        sample.forEach((name, value) -> {
            names.add(within + (value instanceof LetterPicture ? "@" : "") + name);
            if (value instanceof List<?> parts) {
                parts.forEach(part -> collect((Map<?, ?>) part, within + name + ".", names));
            }
        });
    }
}
