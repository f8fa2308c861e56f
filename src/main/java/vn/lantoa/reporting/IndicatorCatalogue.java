package vn.lantoa.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which figures are asked: dated data, frozen when a report opens, so that next year's form needs no release. */
@Component
class IndicatorCatalogue {

    private static final String IN_FORCE =
            """
            select i.*, s.title as section_title from indicator i
            join report_section s on s.code = i.section and s.valid_from <= :on and (s.valid_to is null or s.valid_to >= :on)
            where i.valid_from <= :on and (i.valid_to is null or i.valid_to >= :on)
            order by s.position, i.position""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate apart;

    /** A handful: a list is made anew only when the catalogue was changed. */
    private final Map<Long, List<Indicator>> frozen = new ConcurrentHashMap<>();

    IndicatorCatalogue(JdbcClient jdbc, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is asked for a kind of period on a date; half a year leaves out what is counted once a year. */
    List<Indicator> inForce(ReportingPeriod.Kind kind, LocalDate on) {
        return jdbc.sql(IN_FORCE).param("on", on).query(IndicatorCatalogue::read).list().stream()
                .filter(indicator -> kind != ReportingPeriod.Kind.H1 || !indicator.yearOnly())
                .toList();
    }

    /** The list as it stands, for a report to keep; the same list is stored once. */
    long freeze(List<Indicator> indicators, LocalDate today) {
        var digest = digest(indicators);
        return stored(digest).orElseGet(() -> {
            try {
                // Apart: the list is the same for whoever opens a report in the same moment, and true whatever becomes
                // of this one.
                return apart.execute(status -> store(digest, indicators, today));
            } catch (DuplicateKeyException quicker) {
                return stored(digest).orElseThrow();
            }
        });
    }

    private Optional<Long> stored(String digest) {
        return jdbc.sql("select id from indicator_list where digest = ?")
                .param(digest)
                .query(Long.class)
                .optional();
    }

    /** The list a report was opened with, in the order of the outline; read once, as it never changes. */
    List<Indicator> frozen(long list) {
        return frozen.computeIfAbsent(
                list,
                id -> List.copyOf(jdbc.sql("select * from report_indicator where list_id = ? order by position")
                        .param(id)
                        .query(IndicatorCatalogue::read)
                        .list()));
    }

    private long store(String digest, List<Indicator> indicators, LocalDate today) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into indicator_list (digest, made_on) values (?, ?)")
                .params(digest, today)
                .update(key, "id");
        var list = key.getKeyAs(Number.class).longValue();
        var position = new int[1];
        batches.batchUpdate(
                """
                insert into report_indicator (list_id, code, position, section, section_title, name, unit_name, kind, roll_up,
                year_only, pending_allowed, integer_only, by_recipient, required, derived)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                indicators.stream()
                        .map(asked -> new Object[] {
                            list,
                            asked.code(),
                            ++position[0],
                            asked.section(),
                            asked.sectionTitle(),
                            asked.name(),
                            asked.unit(),
                            asked.kind(),
                            asked.rollUp(),
                            asked.yearOnly(),
                            asked.pendingAllowed(),
                            asked.integer(),
                            asked.byRecipient(),
                            asked.required(),
                            asked.derived()
                        })
                        .toList());
        return list;
    }

    private static String digest(List<Indicator> indicators) {
        try {
            var content = indicators.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Indicator read(ResultSet row, int n) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getInt("position"),
                row.getString("section"),
                row.getString("section_title"),
                row.getString("name"),
                row.getString("unit_name"),
                row.getString("kind"),
                row.getString("roll_up"),
                row.getBoolean("year_only"),
                row.getBoolean("pending_allowed"),
                row.getBoolean("integer_only"),
                row.getBoolean("by_recipient"),
                row.getBoolean("required"),
                row.getString("derived"));
    }
}
