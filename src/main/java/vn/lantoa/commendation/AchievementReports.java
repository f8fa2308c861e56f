package vn.lantoa.commendation;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** "Báo cáo thành tích" by its parts, for those who weigh a nomination (DOMAIN 2.11). It may hold names: reading it is logged. */
@Component
public class AchievementReports {

    /** One part; its heading is message {@code nomination.part.<part>}. */
    public record Part(String part, String body) {}

    private final JdbcClient jdbc;

    AchievementReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was written, in the order of the form; nothing once erased. */
    public List<Part> of(NominationId nomination) {
        return jdbc
                .sql("select part, body from nomination_report where nomination_id = ?")
                .param(nomination.value())
                .query((row, n) -> new Part(row.getString("part"), row.getString("body")))
                .list()
                .stream()
                .sorted(Comparator.comparing(one -> NominationDraft.Part.valueOf(one.part())))
                .toList();
    }
}
