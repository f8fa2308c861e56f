package vn.lantoa.commendation.council;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lantoa.calendar.VietnamTime;

/** Lines, days and hours as minutes write them. */
final class MinutesText {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH 'giờ' mm");

    private MinutesText() {}

    /** One dash a line, a full stop after the last. */
    static List<Map<String, Object>> lines(List<String> said) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var place = 0; place < said.size(); place++) {
            lines.add(Map.of("name", "- " + said.get(place) + (place == said.size() - 1 ? "." : ";")));
        }
        return lines;
    }

    static List<Map<String, Object>> texts(List<String> said) {
        return said.stream().map(text -> Map.<String, Object>of("text", text)).toList();
    }

    /** A leading zero for days below 10 and the months 1 and 2 (DOMAIN §5.3, cell 4). */
    static String inFull(LocalDate day) {
        var month = day.getMonthValue();
        return String.format(
                Locale.ROOT,
                "ngày %02d tháng %s năm %d",
                day.getDayOfMonth(),
                month < 3 ? "0" + month : String.valueOf(month),
                day.getYear());
    }

    static String hour(Instant at) {
        return HOUR.format(at.atZone(VietnamTime.ZONE));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
