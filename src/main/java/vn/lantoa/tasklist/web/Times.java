package vn.lantoa.tasklist.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import vn.lantoa.calendar.VietnamTime;

/** Times as the API and the pages write them: Vietnamese, whatever the reader's zone. */
final class Times {

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    /** 2026-06-19T08:30:00+07:00. */
    static String iso(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.MILLIS).atZone(VietnamTime.ZONE));
    }

    /** 08:30 19/06/2026. Templates call it too, hence public in a class that is not. */
    public static String readable(Instant time) {
        return READABLE.format(time.atZone(VietnamTime.ZONE));
    }
}
