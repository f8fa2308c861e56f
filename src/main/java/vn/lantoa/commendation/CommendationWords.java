package vn.lantoa.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.form.Acceptance.FieldError;

/** Words of commendation in the reader's language. */
@Component
class CommendationWords {

    private final MessageSource messages;

    CommendationWords(MessageSource messages) {
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

    /** What the table says, as a heading and a list; one sentence when it says nothing. */
    String findings(List<EligibilityFinding> findings) {
        var heading = "## " + of("nomination.findings") + "\n\n";
        return findings.isEmpty()
                ? heading + of("nomination.findings.none")
                : heading
                        + findings.stream()
                                .map(one -> "- " + sentence(one, "**"))
                                .collect(Collectors.joining("\n"));
    }

    /** What one finding says, with its law, as a line of text. */
    String sentence(EligibilityFinding finding) {
        return sentence(finding, "");
    }

    /** @param mark around what follows from it: forms read Markdown, a message beside a field does not */
    private String sentence(EligibilityFinding finding, String mark) {
        return of(
                "nomination.finding",
                mark + of("eligibility.outcome." + finding.outcome()) + mark,
                of(finding.reasonKey()),
                finding.basis());
    }

    static String day(LocalDate day) {
        return day == null ? "" : WrittenDay.of(day);
    }
}
