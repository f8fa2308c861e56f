package vn.lantoa.diagrams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.diagrams.AdjustablePoint.Why;
import vn.lantoa.diagrams.AdjustablePoints.Adjusted;

/** What page and API say of small changes. */
@Component
class PointWords {

    private final MessageSource messages;
    private final Clock clock;

    PointWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The title of a new draft. */
    String title(Locale locale) {
        return text(
                "process.points.draft",
                locale,
                LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE)
                        .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
    }

    String trouble(Adjusted outcome, Locale locale) {
        if (outcome instanceof Adjusted.Wrong wrong) {
            return text("process.points.wrong", locale, wrong.errors().size());
        }
        if (outcome instanceof Adjusted.Stale) {
            return text("process.points.stale", locale);
        }
        return outcome instanceof Adjusted.Unchanged
                ? text("process.points.unchanged", locale)
                : text("process.points.refused", locale);
    }

    String why(Why why, Locale locale) {
        return text("process.points.why." + why, locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
