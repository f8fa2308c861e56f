package vn.lantoa.reporting.consolidation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.Report;

/** How each indicator adds up (DOMAIN §3.4): {@code indicator.roll_up}, frozen with the report, and the dated {@code roll_up_count}. */
@Component
class RollUps {

    private final JdbcClient jdbc;

    RollUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figure whose holders each counting indicator counts, as the rule stood at the period's end: {@code D16 → D3}. */
    Map<String, String> counted(Report report) {
        return counted(report.to());
    }

    /** The indicators whose latest accepted figure counts where a subordinate says nothing. */
    static List<String> latest(List<Indicator> indicators) {
        return indicators.stream()
                .filter(indicator -> indicator.rollUp().equals("SUM_OF_LATEST"))
                .map(Indicator::code)
                .toList();
    }

    private Map<String, String> counted(LocalDate on) {
        var counted = new LinkedHashMap<String, String>();
        jdbc.sql(
                        """
                        select code, counted from roll_up_count
                        where valid_from <= :on and (valid_to is null or valid_to >= :on)""")
                .param("on", on)
                .query(row -> {
                    counted.put(row.getString("code"), row.getString("counted"));
                });
        return counted;
    }
}
