package vn.lantoa.models;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.VietnameseText;

/** Answers of the life cycle's forms, read; the form has held them against its own rules before. */
record SiteAnswers(Map<String, Object> all) {

    /** A text in composed form; null when nothing was said. */
    String text(String key) {
        return all.get(key) instanceof String written && !written.isBlank() ? VietnameseText.clean(written) : null;
    }

    /** A text of several lines as it was written; null when nothing was said. */
    String lines(String key) {
        return all.get(key) instanceof String written && !written.isBlank() ? written.strip() : null;
    }

    int number(String key) {
        return all.get(key) instanceof Number number ? number.intValue() : 0;
    }

    boolean yes(String key) {
        return "yes".equals(all.get(key));
    }

    Optional<LocalDate> day(String key) {
        return Optional.ofNullable(all.get(key)).map(Object::toString).map(LocalDate::parse);
    }

    Headcount counts() {
        return new Headcount(count("groups"), count("members"));
    }

    private Count count(String key) {
        return new Count(number(key), Qualifier.ofCode(all.get(key + "Qualifier")));
    }
}
