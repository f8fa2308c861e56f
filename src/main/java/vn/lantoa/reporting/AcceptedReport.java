package vn.lantoa.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An accepted report as it travels between installations: units by their codes, figures as the API answers them, nobody's name.
 *
 * @param superior code of the unit whose sum it belonged to; null for the branch's own report
 * @param onDayOff how a day off moved the due date
 * @param timeliness as it was judged where it was sent; it is not judged again
 * @param figures by {@code D3} or {@code G1.collective}
 * @param texts by key of the outline
 */
public record AcceptedReport(
        String unit,
        String unitName,
        String superior,
        String period,
        LocalDate from,
        LocalDate to,
        LocalDate due,
        String onDayOff,
        Instant sentAt,
        String timeliness,
        int daysLate,
        Instant acceptedAt,
        boolean enteredBySuperior,
        Map<String, Object> figures,
        Map<String, String> texts,
        List<Matter> proposals) {

    /** A proposal of section VI; {@code from} names the codes of the units it was taken from. */
    public record Matter(String matter, String addressee, List<String> from) {}
}
