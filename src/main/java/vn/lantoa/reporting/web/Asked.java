package vn.lantoa.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.lantoa.reporting.ReportList;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;

/** What the addresses of pages, and of their files, ask for; each parameter may be null, and what cannot be read counts as not asked. */
final class Asked {

    static final List<String> TIMELINESSES = List.of("ON_TIME", "ON_TIME_ROLLED", "LATE", "MISSING");

    private Asked() {}

    /** Which reports of the list. */
    static ReportList.Filter filter(String period, String state, String timeliness) {
        return new ReportList.Filter(
                ReportingPeriod.parse(period).orElse(null),
                Arrays.stream(ReportState.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null),
                timeliness != null && TIMELINESSES.contains(timeliness) ? timeliness : null,
                null);
    }

    /** Which period; where none is named, the one whose report is due next. */
    static ReportingPeriod period(String period, Clock clock) {
        return ReportingPeriod.parse(period).orElseGet(() -> ReportPlaces.current(clock));
    }

    /** Which year; where none is named, this one. */
    static int year(String year, Clock clock) {
        return year != null && year.matches("20\\d\\d")
                ? Integer.parseInt(year)
                : LocalDate.now(clock).getYear();
    }

    /** Which text of the outline; where none is named, the first. */
    static String text(String field) {
        return field != null && Reports.TEXTS.contains(field) ? field : Reports.TEXTS.get(0);
    }
}
