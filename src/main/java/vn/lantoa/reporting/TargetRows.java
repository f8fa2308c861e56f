package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of table {@code report_target}: what a unit wants to reach in a year. */
@Component
class TargetRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    TargetRows(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** By {@code D3} or {@code G1.collective}. */
    Map<String, BigDecimal> of(UnitId unit, int year) {
        return ofAll(List.of(unit), year).getOrDefault(unit, Map.of());
    }

    Map<UnitId, Map<String, BigDecimal>> ofAll(Collection<UnitId> units, int year) {
        var targets = new LinkedHashMap<UnitId, Map<String, BigDecimal>>();
        if (units.isEmpty()) {
            return targets;
        }
        jdbc.sql(
                        "select * from report_target where target_year = :year and unit_id in (:units) order by code, dimension")
                .param("year", year)
                .param("units", units.stream().map(UnitId::value).toList())
                .query(row -> {
                    targets.computeIfAbsent(UnitId.of(row.getLong("unit_id")), unit -> new LinkedHashMap<>())
                            .put(key(row.getString("code"), row.getString("dimension")), row.getBigDecimal("amount"));
                });
        return targets;
    }

    /** Puts these in the place of all that the unit had for the year. */
    void replace(UnitId unit, int year, Map<String, BigDecimal> targets, PersonId by) {
        jdbc.sql("delete from report_target where unit_id = ? and target_year = ?")
                .params(unit.value(), year)
                .update();
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into report_target (unit_id, target_year, code, dimension, amount, set_by, set_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                targets.entrySet().stream()
                        .map(target -> new Object[] {
                            unit.value(),
                            year,
                            code(target.getKey()),
                            dimension(target.getKey()),
                            target.getValue(),
                            by.value(),
                            at
                        })
                        .toList());
    }

    private static String key(String code, String dimension) {
        return dimension.isEmpty() ? code : code + "." + dimension;
    }

    private static String code(String key) {
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    }

    private static String dimension(String key) {
        return key.contains(".") ? key.substring(key.indexOf('.') + 1) : "";
    }
}
