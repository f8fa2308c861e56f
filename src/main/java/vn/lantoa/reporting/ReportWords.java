package vn.lantoa.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WrittenDay;

/** How a report is spoken of on screen. */
@Component
class ReportWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final MessageSource messages;

    ReportWords(MessageSource messages) {
        this.messages = messages;
    }

    static String day(LocalDate date) {
        return WrittenDay.of(date);
    }

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(VietnamTime.ZONE));
    }

    String of(Refusal refusal, Locale locale) {
        return messages.getMessage(refusal.message(), refusal.args().toArray(), locale);
    }

    String of(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** "Nộp đúng hạn, đang bổ sung": timeliness was fixed by the first sending, whatever goes on since. */
    String timeliness(Report report, Locale locale) {
        if (report.timeliness() == null) {
            return of(report.missing() ? "report.timeliness.missing" : "report.timeliness.none", locale);
        }
        var key = "report.timeliness." + report.timeliness().status();
        var judged = of(key, locale, report.timeliness().daysLate());
        var words = report.supplement() ? of("report.timeliness.after-closing", locale, judged) : judged;
        if (!report.supplementing()) {
            return words;
        }
        var restating = report.state() == ReportState.REOPENED || report.draftState() == ReportState.REOPENED;
        return of(restating ? "report.timeliness.restating" : "report.timeliness.supplementing", locale, words);
    }

    String state(ReportState state, Locale locale) {
        return of("report.state." + state, locale);
    }
}
