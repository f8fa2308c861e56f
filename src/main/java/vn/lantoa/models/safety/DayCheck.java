package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Acceptance.FieldError;

/** Days held against the window of their year: what happened after it counts for the next year, and is said so. */
@Component
class DayCheck {

    private final SafetyRules rules;
    private final SafetyWords words;
    private final Clock clock;

    DayCheck(SafetyRules rules, SafetyWords words, Clock clock) {
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    /** What speaks against a paper of this day; empty when nothing does, or none is given. */
    Optional<FieldError> against(
            SafetyFile file, SafetyObject workplace, Criterion.Paper paper, String field, LocalDate day) {
        if (day == null) {
            return Optional.empty();
        }
        if (day.isAfter(LocalDate.now(clock))) {
            return Optional.of(words.error(field, "safety.refused.day-ahead"));
        }
        var window = rules.window(workplace, file.year()).orElseThrow();
        if (day.isAfter(window.to()) && paper != Criterion.Paper.CONFIRMATION) {
            return Optional.of(error(field, "safety.refused.after-window", day, window, file.year() + 1));
        }
        return day.isBefore(window.from()) && paper != Criterion.Paper.STANDING
                ? Optional.of(error(field, "safety.refused.before-window", day, window, file.year() - 1))
                : Optional.empty();
    }

    /** What speaks against a day that must not be before another one, nor ahead. */
    Optional<FieldError> against(String field, LocalDate day, LocalDate notBefore, String message) {
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            return Optional.of(words.error(field, "safety.refused.day-ahead"));
        }
        return day != null && notBefore != null && day.isBefore(notBefore)
                ? Optional.of(words.error(field, message, SafetyWords.day(notBefore)))
                : Optional.empty();
    }

    private FieldError error(String field, String message, LocalDate day, SafetyWindow window, int year) {
        return words.error(
                field,
                message,
                SafetyWords.day(day),
                Integer.toString(window.year()),
                SafetyWords.day(window.from()),
                SafetyWords.day(window.to()),
                Integer.toString(year));
    }
}
