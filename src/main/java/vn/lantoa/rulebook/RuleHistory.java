package vn.lantoa.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** Who changed which rule when; rows are only ever added. */
@Component
class RuleHistory {

    private static final int MOST = 200;
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Holds the rulebook until the transaction ends: changes come one after the other. */
    void lock() {
        jdbc.sql("select id from rule_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    void add(Actor by, String table, String key, RuleRow row, RuleAct act, String was, String becomes) {
        jdbc.sql(
                        """
                        insert into rule_change (rule_table, row_key, unit_id, valid_from, valid_to, act, was, becomes, legal_basis,
                        changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        table,
                        key,
                        row == null || row.unit() == null ? null : row.unit().value(),
                        row == null ? null : row.from(),
                        row == null ? null : row.to(),
                        act.name(),
                        cut(was),
                        cut(becomes),
                        row == null ? null : row.basis(),
                        by.id().value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The newest changes of a table, newest first. */
    List<RuleEntry> of(String table) {
        return jdbc.sql("select * from rule_change where rule_table = ? order by id desc limit " + MOST)
                .param(table)
                .query(RuleHistory::read)
                .list();
    }

    boolean any(String table) {
        return jdbc.sql("select count(*) from rule_change where rule_table = ?")
                        .param(table)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static RuleEntry read(ResultSet row, int n) throws SQLException {
        var unit = row.getObject("unit_id", Long.class);
        return new RuleEntry(
                row.getString("row_key"),
                unit == null ? null : UnitId.of(unit),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                RuleAct.valueOf(row.getString("act")),
                row.getString("was"),
                row.getString("becomes"),
                row.getString("legal_basis"),
                PersonId.of(row.getLong("changed_by")),
                row.getTimestamp("changed_at").toInstant());
    }
}
