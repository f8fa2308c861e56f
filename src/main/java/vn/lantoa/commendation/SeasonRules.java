package vn.lantoa.commendation;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated rules of a season: when it opens, its days by level, and what else is a number. */
@Component
class SeasonRules {

    private static final String IN_FORCE = " valid_from <= :on and (valid_to is null or valid_to >= :on)";

    private final JdbcClient jdbc;

    SeasonRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day on which the season of a year opens by itself. */
    LocalDate opens(int year) {
        var on = LocalDate.of(year, 12, 31);
        return LocalDate.of(year, number("OPEN_MONTH", on), number("OPEN_DAY", on));
    }

    /** One of the small rules; the row in force, or an error that names it. */
    int number(String rule, LocalDate on) {
        return jdbc.sql("select amount from award_season_rule where rule = :rule and" + IN_FORCE)
                .param("rule", rule)
                .param("on", on)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no row of " + rule + " on " + on));
    }

    /** The days of a year's season by level; a month's last day where it has none of this number. */
    Stages stages(int year) {
        var levels = new TreeMap<Integer, Stages.Dates>();
        jdbc.sql("select * from award_stage where" + IN_FORCE + " order by level_no")
                .param("on", opens(year))
                .query(row -> {
                    levels.put(
                            row.getInt("level_no"),
                            new Stages.Dates(
                                    day(year, row.getInt("nominate_month"), row.getInt("nominate_day")),
                                    day(year, row.getInt("review_month"), row.getInt("review_day")),
                                    day(year, row.getInt("council_month"), row.getInt("council_day")),
                                    day(year, row.getInt("decide_month"), row.getInt("decide_day")),
                                    day(year, row.getInt("honour_month"), row.getInt("honour_day"))));
                });
        return new Stages(Map.copyOf(levels));
    }

    private static LocalDate day(int year, int month, int day) {
        var first = LocalDate.of(year, month, 1);
        return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
    }
}
