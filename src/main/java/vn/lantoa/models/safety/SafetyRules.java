package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated days of the recognition: windows of assessment and last days, as in force on the last day of the year asked about. */
@Component
public class SafetyRules {

    private static final String IN_FORCE = " and valid_from <= :on and (valid_to is null or valid_to >= :on)";

    private final JdbcClient jdbc;

    SafetyRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A last day, and the rule that says so. */
    public record Term(LocalDate day, String basis) {}

    /** The window of a year; empty when no rule was in force that year. */
    public Optional<SafetyWindow> window(SafetyObject object, int year) {
        return jdbc.sql("select * from safety_window where object = :object" + IN_FORCE)
                .param("object", object.name())
                .param("on", lastDayOf(year))
                .query((row, n) -> new SafetyWindow(
                        year,
                        day(year - 1, row.getInt("from_month"), row.getInt("from_day")),
                        day(year, row.getInt("to_month"), row.getInt("to_day"))))
                .optional();
    }

    /** The year for which something of this day counts: the next one from the day after its window on; empty when no rule was in force. */
    public Optional<Integer> yearOf(SafetyObject object, LocalDate day) {
        return List.of(day.getYear(), day.getYear() + 1).stream()
                .filter(year ->
                        window(object, year).filter(one -> one.holds(day)).isPresent())
                .findFirst();
    }

    /**
     * The last day of a step in a year.
     *
     * @param step {@code REGISTER} or {@code SEND}
     * @throws IllegalStateException when no row is in force
     */
    Term term(String step, int year) {
        return jdbc.sql("select * from safety_term where step = :step" + IN_FORCE)
                .param("step", step)
                .param("on", lastDayOf(year))
                .query((row, n) -> new Term(
                        day(year, row.getInt("due_month"), row.getInt("due_day")), row.getString("legal_basis")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no row of " + step + " in " + year));
    }

    /** How many days before the last day of a step it is reminded of, the nearest to that day first. */
    List<Integer> reminders(String step, LocalDate on) {
        return jdbc.sql("select days from safety_reminder where step = :step" + IN_FORCE + " order by days")
                .param("step", step)
                .param("on", on)
                .query(Integer.class)
                .list();
    }

    private static LocalDate lastDayOf(int year) {
        return LocalDate.of(year, 12, 31);
    }

    /** The table may say 31 of a month that is shorter. */
    private static LocalDate day(int year, int month, int day) {
        return YearMonth.of(year, month)
                .atDay(Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
    }
}
