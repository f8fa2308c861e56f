package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated tables of what the guidance asks: spans, deadlines, terms, four eyes, checks on figures. No number of them is in code. */
@Component
class ReportRules {

    private static final String IN_FORCE = " and valid_from <= :on and (valid_to is null or valid_to >= :on)";

    private final JdbcClient jdbc;

    ReportRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the first to the last day that figures are counted for. */
    record Span(LocalDate from, LocalDate to) {}

    /** @param onDayOff ROLL, STRICT or BACK */
    record Deadline(int month, int day, String onDayOff) {}

    /** One check on figures; see table {@code report_rule}. */
    record Check(String code, String kind, String subject, String against, BigDecimal threshold, BigDecimal floor) {}

    /** The span of a period; empty when no rule of its time says it. */
    Optional<Span> spanOf(ReportingPeriod period) {
        if (period.kind() == ReportingPeriod.Kind.SPAN) {
            return Optional.of(new Span(period.from(), period.to()));
        }
        return jdbc.sql("select * from report_span where period_kind = :kind" + IN_FORCE)
                .param("kind", period.kind().name())
                .param("on", DeadlineTable.decidedOn(period.kind(), period.year()))
                .query((row, n) -> new Span(
                        LocalDate.of(
                                period.year() - row.getInt("from_year_before"),
                                row.getInt("from_month"),
                                row.getInt("from_day")),
                        LocalDate.of(period.year(), row.getInt("to_month"), row.getInt("to_day"))))
                .optional();
    }

    Optional<Deadline> deadlineOf(ReportingPeriod.Kind kind, int level, LocalDate on) {
        return jdbc.sql("select * from report_deadline where period_kind = :kind and level_no = :level" + IN_FORCE)
                .param("kind", kind.name())
                .param("level", level)
                .param("on", on)
                .query((row, n) ->
                        new Deadline(row.getInt("due_month"), row.getInt("due_day"), row.getString("on_day_off")))
                .optional();
    }

    /** How many working days something may take: RETURN, ACCEPT, SPAN. */
    int workingDaysFor(String term, LocalDate on) {
        return jdbc.sql("select working_days from report_term where code = :code" + IN_FORCE)
                .param("code", term)
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    boolean singleHolderAllowed(int level, LocalDate on) {
        return jdbc.sql("select single_holder_allowed from report_four_eyes where level_no = :level" + IN_FORCE)
                .param("level", level)
                .param("on", on)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    List<Check> checks(LocalDate on) {
        return jdbc.sql("select * from report_rule where 1 = 1" + IN_FORCE + " order by code")
                .param("on", on)
                .query((row, n) -> new Check(
                        row.getString("code"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("against"),
                        row.getBigDecimal("threshold"),
                        row.getBigDecimal("floor_value")))
                .list();
    }

    /** How many communes, wards and special zones lie in a unit's territory; empty where the table does not know. */
    Optional<Integer> communesOf(String unitCode, LocalDate on) {
        return jdbc.sql("select communes from commune_count where unit_code = :unit" + IN_FORCE)
                .param("unit", unitCode)
                .param("on", on)
                .query(Integer.class)
                .optional();
    }
}
