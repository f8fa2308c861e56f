package vn.lantoa.reporting.campaign;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many working days before or after a date a wave goes out: dated rows of {@code report_wave_rule}. */
@Component
class WaveRules {

    /** What a wave is about; see the table. */
    enum Wave {
        FAR,
        NEAR,
        AFTER,
        SUPERIOR,
        GRACE
    }

    private final JdbcClient jdbc;

    WaveRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The offsets in force on a day. A wave without a row is none. */
    Map<Wave, Integer> inForce(LocalDate on) {
        var offsets = new EnumMap<Wave, Integer>(Wave.class);
        jdbc.sql("select * from report_wave_rule where valid_from <= :on and (valid_to is null or valid_to >= :on)")
                .param("on", on)
                .query(row -> {
                    offsets.put(Wave.valueOf(row.getString("wave")), row.getInt("working_days"));
                });
        return offsets;
    }

    static Optional<Integer> offset(Map<Wave, Integer> offsets, Wave wave) {
        return Optional.ofNullable(offsets.get(wave));
    }
}
