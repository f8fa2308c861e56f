package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;

/** The criteria that the branches above a unit ask beside those of the circular, table {@code safety_local_criterion} (TT 124/2021/TT-BCA Điều 8). */
@Component
class LocalCriteria {

    private final JdbcClient jdbc;

    LocalCriteria(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param key its key on the form: the same for ever, since answers are kept by it
     * @param confirmed whether an authority confirms it with number and date
     */
    record Local(String key, String code, String wording, boolean confirmed, String basis) {}

    /** What is asked of this file on a day, those of the highest branch first. */
    List<Local> of(SafetyFile file, LocalDate on) {
        return jdbc.sql(
                        """
                        select c.* from safety_local_criterion c
                        join unit_closure w on w.ancestor_id = c.unit_id and w.descendant_id = :unit join unit u on u.id = c.unit_id
                        where c.year_no = :year and c.workplace in ('ANY', :workplace)
                         and c.valid_from <= :on and (c.valid_to is null or c.valid_to >= :on)
                        order by u.level, c.unit_id, c.code""")
                .param("unit", file.unit().value())
                .param("year", file.year())
                .param("workplace", file.workplace().name())
                .param("on", on)
                .query((row, n) -> new Local(
                        "local_" + UnitId.of(row.getLong("unit_id")) + "_" + row.getString("code"),
                        row.getString("code"),
                        row.getString("criterion_text"),
                        row.getBoolean("confirmed"),
                        row.getString("legal_basis")))
                .list();
    }
}
