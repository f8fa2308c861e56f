package vn.lantoa.commendation.privacy;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WorkingDays;

/** How long an answer may take: dated rows of {@code data_request_term}. */
@Component
class DataTerms {

    static final String FIRST_ANSWER = "FIRST_ANSWER";
    static final String EXTENSION = "EXTENSION";

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    DataTerms(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    private record Term(int amount, boolean workingDays) {}

    /**
     * The last day of a term that begins on a day; the day itself does not count.
     *
     * @param rulesOf the day whose rules are asked
     */
    LocalDate end(String term, LocalDate from, LocalDate rulesOf) {
        var found = jdbc.sql("select amount, counted from data_request_term where term = :term and valid_from <= :on"
                        + " and (valid_to is null or valid_to >= :on)")
                .param("term", term)
                .param("on", rulesOf)
                .query((row, n) -> new Term(row.getInt(1), row.getString(2).equals("WORKING_DAYS")))
                .single();
        return found.workingDays() ? workingDays.plus(from, found.amount()) : from.plusDays(found.amount());
    }
}
