package vn.lantoa.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lantoa.calendar.WrittenDay;

/**
 * What a report is about in time: the first half of a year, a year, or a free span.
 *
 * @param year 0 for a span
 * @param from only for a span; the days of a half-year or a year are dated data ({@code report_span})
 */
public record ReportingPeriod(Kind kind, int year, LocalDate from, LocalDate to) {

    /** The kinds of periods; codes as in {@code report_span} and {@code report_deadline}. */
    public enum Kind {
        H1,
        Y,
        SPAN
    }

    private static final Pattern KEY = Pattern.compile("(\\d{4})-(H1|Y)");
    private static final Pattern SPAN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{4}-\\d{2}-\\d{2})");

    public static ReportingPeriod firstHalfOf(int year) {
        return new ReportingPeriod(Kind.H1, year, null, null);
    }

    public static ReportingPeriod yearOf(int year) {
        return new ReportingPeriod(Kind.Y, year, null, null);
    }

    /** @throws IllegalArgumentException when it ends before it begins */
    public static ReportingPeriod span(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins: " + from + " to " + to);
        }
        return new ReportingPeriod(Kind.SPAN, 0, from, to);
    }

    /** Reads {@code 2026-H1}, {@code 2026-Y} or {@code 2017-01-01_2018-06-30}; empty for anything else. */
    public static Optional<ReportingPeriod> parse(String text) {
        var key = KEY.matcher(text == null ? "" : text.strip());
        if (key.matches()) {
            return Optional.of(
                    new ReportingPeriod(Kind.valueOf(key.group(2)), Integer.parseInt(key.group(1)), null, null));
        }
        var span = SPAN.matcher(text == null ? "" : text.strip());
        if (!span.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(span(LocalDate.parse(span.group(1)), LocalDate.parse(span.group(2))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How it is kept and named in addresses; {@link #parse} reads it back. */
    public String key() {
        return kind == Kind.SPAN ? from + "_" + to : year + "-" + kind;
    }

    /** How a title names it: "6 tháng đầu năm 2026". Titles are Vietnamese (ARCHITECTURE 27). */
    public String title() {
        return switch (kind) {
            case H1 -> "6 tháng đầu năm " + year;
            case Y -> "năm " + year;
            case SPAN -> "từ " + WrittenDay.of(from) + " đến " + WrittenDay.of(to);
        };
    }

    /** The same period of the year before; a free span has none. */
    public Optional<ReportingPeriod> yearBefore() {
        return kind == Kind.SPAN ? Optional.empty() : Optional.of(new ReportingPeriod(kind, year - 1, null, null));
    }
}
