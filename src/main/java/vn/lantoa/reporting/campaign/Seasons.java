package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.reporting.ReportingPeriod;

/** Opens the campaigns of the seasons on the days that the dated table names; idempotent, and what downtime missed is opened after it. */
@Component
class Seasons {

    private static final Logger LOG = LoggerFactory.getLogger(Seasons.class);

    private record Season(LocalDate day, ReportingPeriod period) {}

    private record Rule(ReportingPeriod.Kind kind, int month, int day, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate on) {
            return !from.isAfter(on) && (to == null || !to.isBefore(on));
        }
    }

    private final CampaignStart start;
    private final JdbcClient jdbc;

    Seasons(CampaignStart start, JdbcClient jdbc) {
        this.start = start;
        this.jdbc = jdbc;
    }

    /** Opens, for each of these roots, the seasons that began after one day and up to another. */
    void open(List<Unit> roots, LocalDate after, LocalDate today) {
        for (var season : begun(after, today)) {
            for (var root : roots) {
                var outcome = start.start(root.id(), season.period(), null);
                LOG.info("Season {} of {}: {}", season.period().key(), root.code(), outcome);
            }
        }
    }

    /** From which day of founding a unit counts as new in a period: by the rule of the day of opening. */
    LocalDate newUnitsFrom(ReportingPeriod period, LocalDate on) {
        return jdbc.sql(
                        """
                        select new_month, new_day from report_season where period_kind = :kind
                        and valid_from <= :on and (valid_to is null or valid_to >= :on)""")
                .param("kind", period.kind().name())
                .param("on", on)
                .query((row, n) -> LocalDate.of(period.year(), row.getInt("new_month"), row.getInt("new_day")))
                .optional()
                .orElse(LocalDate.of(9999, 12, 31));
    }

    private List<Season> begun(LocalDate after, LocalDate today) {
        var rules = jdbc.sql("select * from report_season")
                .query((row, n) -> new Rule(
                        ReportingPeriod.Kind.valueOf(row.getString("period_kind")),
                        row.getInt("open_month"),
                        row.getInt("open_day"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
        var begun = new ArrayList<Season>();
        for (var year = after.getYear(); year <= today.getYear(); year++) {
            for (var rule : rules) {
                var day = LocalDate.of(year, rule.month(), rule.day());
                if (day.isAfter(after) && !day.isAfter(today) && rule.holdsOn(day)) {
                    begun.add(new Season(day, new ReportingPeriod(rule.kind(), year, null, null)));
                }
            }
        }
        begun.sort(Comparator.comparing(Season::day));
        return begun;
    }
}
