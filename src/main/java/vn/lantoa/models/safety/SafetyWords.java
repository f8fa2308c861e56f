package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Steps.Verdict;

/** Words of the yearly recognition in the reader's language. */
@Component
class SafetyWords {

    private final MessageSource messages;

    SafetyWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    String of(String key, Object... args) {
        return of(key, LocaleContextHolder.getLocale(), args);
    }

    FieldError error(String field, String key, Object... args) {
        return new FieldError(field, of(key, args));
    }

    Verdict refused(String field, String key, Object... args) {
        return new Verdict.Refused(List.of(error(field, key, args)));
    }

    /** What the checklist says, as a heading and a list; one sentence when every criterion is met. */
    String findings(List<SafetyFinding> findings) {
        var heading = "## " + of("safety.findings") + "\n\n";
        return findings.isEmpty()
                ? heading + of("safety.findings.none")
                : heading + findings.stream().map(one -> "- " + sentence(one)).collect(Collectors.joining("\n"));
    }

    String sentence(SafetyFinding finding) {
        return of(
                "safety.finding",
                of("safety.finding.outcome." + finding.outcome()),
                finding.wording() == null ? of("safety.finding." + finding.reason()) : finding.wording(),
                finding.basis());
    }

    static String day(LocalDate day) {
        return day == null ? "" : WrittenDay.of(day);
    }
}
