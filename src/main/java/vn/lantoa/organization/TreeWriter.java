package vn.lantoa.organization;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes units, people and posts in batches, asking no rights and checking no rules: for the first start, the generator, the demo and
 * tests. People go through {@link UnitRegister}, {@link Accounts} and {@link Appointments}.
 */
@Component
public class TreeWriter {

    /** The date of what is older than our records: shown as "chưa rõ". */
    public static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    /**
     * A unit to write.
     *
     * @param parent an already written unit, null for a root
     * @param to the last day, null while it lasts
     */
    public record NewUnit(
            String code, String name, UnitKind kind, UnitId parent, LocalDate from, LocalDate to, String phone) {}

    /**
     * A person with an account to write.
     *
     * @param passwordHash as {@link Accounts#hash} gives it; one hash may serve many people of a demo
     */
    public record NewPerson(String username, String name, UnitId home, String passwordHash, boolean mustChange) {}

    private static final int BATCH = 5_000;

    private final JdbcTemplate jdbc;
    private final UnitRows rows;
    private final Clock clock;

    TreeWriter(JdbcTemplate jdbc, UnitRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Writes units whose superiors are written already. Gives their identities in the same order. */
    @Transactional
    public List<UnitId> units(List<NewUnit> units) {
        var ids = new ArrayList<UnitId>(units.size());
        for (var start = 0; start < units.size(); start += BATCH) {
            ids.addAll(unitBatch(units.subList(start, Math.min(start + BATCH, units.size()))));
        }
        return ids;
    }

    /** Writes one unit. */
    @Transactional
    public UnitId unit(NewUnit unit) {
        return units(List.of(unit)).get(0);
    }

    /** Writes persons with their accounts. Gives their identities in the same order. */
    @Transactional
    public List<PersonId> people(List<NewPerson> people) {
        var ids = new ArrayList<PersonId>(people.size());
        for (var start = 0; start < people.size(); start += BATCH) {
            ids.addAll(personBatch(people.subList(start, Math.min(start + BATCH, people.size()))));
        }
        return ids;
    }

    /** Writes who holds which post. */
    @Transactional
    public void holdings(List<Holding> holdings) {
        jdbc.batchUpdate(
                "insert into post_holding (person_id, post, unit_id, capacity, responsibility, from_date, to_date)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                holdings,
                BATCH,
                TreeWriter::bind);
    }

    static void bind(PreparedStatement row, Holding holding) throws SQLException {
        row.setLong(1, holding.person().value());
        row.setString(2, holding.post().code());
        row.setLong(3, holding.unit().value());
        row.setString(4, holding.capacity() == null ? null : holding.capacity().name());
        row.setString(5, holding.responsibility());
        row.setObject(6, holding.from());
        row.setObject(7, holding.to());
    }

    /** Says that a closed unit went on as another. */
    @Transactional
    public void succession(UnitId from, UnitId into, LocalDate on) {
        rows.succession(from, into, on);
    }

    /** Splits the unit's only state: until this date it had another name. */
    @Transactional
    public void formerName(UnitId unit, String name, LocalDate until) {
        var from = until.plusDays(1);
        jdbc.update(
                "insert into unit_version (unit_id, name, parent_id, valid_from, valid_to, sort_key)"
                        + " select unit_id, name, parent_id, cast(? as date), valid_to, sort_key from unit_version where unit_id = ?",
                from,
                unit.value());
        jdbc.update(
                "update unit_version set name = ?, sort_key = ?, valid_to = ? where unit_id = ? and valid_from < ?",
                name,
                VietnameseText.sortKey(name),
                until,
                unit.value(),
                from);
        jdbc.update(
                "update unit set valid_from = ?, search_text = search_text || cast(? as varchar(400)) where id = ?",
                from,
                VietnameseText.searchText(name),
                unit.value());
        var known = jdbc.queryForList("select word from unit_word where unit_id = ?", String.class, unit.value());
        var fresh = new ArrayList<>(VietnameseText.indexWords(name));
        fresh.removeAll(known);
        fresh.forEach(word -> jdbc.update("insert into unit_word (word, unit_id) values (?, ?)", word, unit.value()));
    }

    private List<UnitId> unitBatch(List<NewUnit> units) {
        var ids = insert(
                "insert into unit (code, kind, level, founded_on, closed_on, phone, name, parent_id, valid_from, valid_to, search_text,"
                        + " sort_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                units,
                TreeWriter::bind);
        var first = ids.get(0);
        var last = ids.get(ids.size() - 1);
        // Somebody else may found a unit between the first and the last of ours: theirs has its rows already.
        jdbc.update(
                "insert into unit_version (unit_id, name, parent_id, valid_from, valid_to, sort_key)"
                        + " select u.id, u.name, u.parent_id, u.valid_from, u.valid_to, u.sort_key from unit u where u.id between ? and ?"
                        + " and not exists (select 1 from unit_version v where v.unit_id = u.id)",
                first,
                last);
        jdbc.update(
                "insert into unit_closure (ancestor_id, descendant_id, depth)"
                        + " select u.id, u.id, 0 from unit u where u.id between ? and ?"
                        + " and not exists (select 1 from unit_closure k where k.descendant_id = u.id)",
                first,
                last);
        jdbc.update(
                "insert into unit_closure (ancestor_id, descendant_id, depth)"
                        + " select c.ancestor_id, u.id, c.depth + 1 from unit u join unit_closure c on c.descendant_id = u.parent_id"
                        + " where u.id between ? and ?"
                        + " and not exists (select 1 from unit_closure k where k.descendant_id = u.id and k.depth > 0)",
                first,
                last);
        words(units, ids);
        return ids.stream().map(UnitId::of).toList();
    }

    private static void bind(PreparedStatement row, NewUnit unit) throws SQLException {
        row.setString(1, unit.code());
        row.setString(2, unit.kind().name());
        row.setInt(3, unit.kind().level());
        row.setObject(4, LONG_AGO.equals(unit.from()) ? null : unit.from());
        row.setObject(5, unit.to());
        row.setString(6, unit.phone());
        row.setString(7, unit.name());
        row.setObject(8, unit.parent() == null ? null : unit.parent().value(), java.sql.Types.BIGINT);
        row.setObject(9, unit.from());
        row.setObject(10, unit.to());
        row.setString(11, VietnameseText.searchText(unit.name(), unit.code()));
        row.setString(12, VietnameseText.sortKey(unit.name()));
    }

    private void words(List<NewUnit> units, List<Long> ids) {
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < units.size(); i++) {
            for (var word :
                    VietnameseText.indexWords(units.get(i).name(), units.get(i).code())) {
                rows.add(new Object[] {word, ids.get(i)});
            }
        }
        jdbc.batchUpdate("insert into unit_word (word, unit_id) values (?, ?)", rows);
    }

    private List<PersonId> personBatch(List<NewPerson> people) {
        var ids = insert(
                "insert into person (username, name, home_unit_id, search_text, sort_key) values (?, ?, ?, ?, ?)",
                people,
                (row, person) -> {
                    row.setString(1, person.username());
                    row.setString(2, person.name());
                    row.setLong(3, person.home().value());
                    row.setString(4, VietnameseText.searchText(person.name(), person.username()));
                    row.setString(5, People.sortKey(person.name()));
                });
        var now = Timestamp.from(clock.instant());
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < people.size(); i++) {
            rows.add(new Object[] {
                ids.get(i), people.get(i).passwordHash(), people.get(i).mustChange(), false, "vi", now
            });
        }
        jdbc.batchUpdate(
                "insert into account (person_id, password_hash, must_change, blocked, locale, password_set_at) values (?, ?, ?, ?, ?, ?)",
                rows);
        return ids.stream().map(PersonId::of).toList();
    }

    private interface Binder<T> {
        void bind(PreparedStatement row, T value) throws SQLException;
    }

    private <T> List<Long> insert(String sql, List<T> values, Binder<T> binder) {
        var keys = new GeneratedKeyHolder();
        jdbc.batchUpdate(
                connection -> connection.prepareStatement(sql, new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        binder.bind(row, values.get(i));
                    }

                    @Override
                    public int getBatchSize() {
                        return values.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
    }
}
