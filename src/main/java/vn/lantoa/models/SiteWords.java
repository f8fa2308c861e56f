package vn.lantoa.models;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.form.Acceptance.FieldError;

/** Words of models in the reader's language. */
@Component
class SiteWords {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;

    SiteWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    String of(String key, Object... args) {
        return of(key, LocaleContextHolder.getLocale(), args);
    }

    /** What is kept as text: in Vietnamese whoever writes it. */
    String kept(String key, Object... args) {
        return of(key, VIETNAMESE, args);
    }

    FieldError error(String field, String key, Object... args) {
        return new FieldError(field, of(key, args));
    }

    /** A number as it is meant: "trên 40". */
    String count(Count count, Locale locale) {
        return of("models.count." + count.qualifier().code(), locale, count.amount());
    }

    static String day(LocalDate day) {
        return day == null ? "" : WrittenDay.of(day);
    }
}
