package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated tree of units, read. Rights follow the tree of today; sums follow the tree of a reference date. */
@Component
public class Units {

    /** Units as they stand today; conditions name them {@code u}. */
    static final String LATEST =
            "select u.id, u.code, u.name, u.level, u.kind, u.parent_id, u.valid_from, u.valid_to, u.phone, u.sort_key from unit u ";

    private static final String DATED =
            "select u.id, u.code, v.name, u.level, u.kind, v.parent_id, v.valid_from, v.valid_to, u.phone, v.sort_key"
                    + " from unit_version v join unit u on u.id = v.unit_id ";
    private static final String IN_FORCE = " v.valid_from <= :on and (v.valid_to is null or v.valid_to >= :on) ";

    private final JdbcClient jdbc;
    private final UnitSearch search;

    Units(JdbcClient jdbc, UnitSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** The unit as it stands today, or as it stood on its last day when it is closed. */
    public Optional<Unit> find(UnitId id) {
        return jdbc.sql(LATEST + "where u.id = ?")
                .param(id.value())
                .query(Units::unit)
                .optional();
    }

    public Optional<Unit> findByCode(String code) {
        return jdbc.sql(LATEST + "where u.code = ?")
                .param(code)
                .query(Units::unit)
                .optional();
    }

    /** The unit as it stood on a date; empty when it was not there then. */
    public Optional<Unit> find(UnitId id, LocalDate on) {
        return jdbc.sql(DATED + "where v.unit_id = :id and" + IN_FORCE)
                .param("id", id.value())
                .param("on", on)
                .query(Units::unit)
                .optional();
    }

    /** Several units at once, as they stand today. */
    public Map<UnitId, Unit> findAll(Collection<UnitId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(LATEST + "where u.id in (:ids)")
                .param("ids", ids.stream().map(UnitId::value).distinct().toList())
                .query(Units::unit)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Unit::id, Function.identity()));
    }

    /** The names of today of several units at once, for lists. */
    public Map<UnitId, String> namesOf(Collection<UnitId> ids) {
        return findAll(ids).values().stream().collect(Collectors.toUnmodifiableMap(Unit::id, Unit::name));
    }

    /** The direct superior today; empty for a root or an unknown unit. */
    public Optional<UnitId> superiorOf(UnitId unit) {
        return jdbc.sql("select parent_id from unit where id = ? and parent_id is not null")
                .param(unit.value())
                .query(Long.class)
                .optional()
                .map(UnitId::of);
    }

    /** The direct superiors of several units today; roots are left out. */
    public Map<UnitId, UnitId> superiorsOf(Collection<UnitId> units) {
        return findAll(units).values().stream()
                .filter(unit -> unit.parentId() != null)
                .collect(Collectors.toUnmodifiableMap(Unit::id, Unit::parentId));
    }

    /** The direct superior on a date; empty for a root and for a unit that was not there then. */
    public Optional<UnitId> superiorOf(UnitId unit, LocalDate on) {
        return find(unit, on).flatMap(Unit::parent);
    }

    /** Whether {@code unit} is {@code branch} itself or stands below it today. */
    public boolean isWithin(UnitId branch, UnitId unit) {
        return jdbc.sql("select count(*) from unit_closure where ancestor_id = ? and descendant_id = ?")
                        .params(branch.value(), unit.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean isForPractice(UnitId unit) {
        return jdbc.sql("select count(*) from practice_unit where unit_id = ?")
                        .param(unit.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The direct subordinates on a date, in Vietnamese order of their names. */
    public List<Unit> subordinatesOf(UnitId parent, LocalDate on) {
        return jdbc.sql(DATED + "where v.parent_id = :parent and" + IN_FORCE + "order by v.sort_key, u.id")
                .param("parent", parent.value())
                .param("on", on)
                .query(Units::unit)
                .list();
    }

    /**
     * One page of the direct subordinates on a date.
     *
     * @param after the place the last page named, null at the start
     */
    public Page<Unit> subordinatesOf(UnitId parent, LocalDate on, String after, int limit) {
        var start = Cursor.of(after);
        var rows = jdbc.sql(DATED + "where v.parent_id = :parent and" + IN_FORCE
                        + "and (v.sort_key > :key or v.sort_key = :key and u.id > :id) order by v.sort_key, u.id limit "
                        + (limit + 1))
                .param("parent", parent.value())
                .param("on", on)
                .param("key", start.sortKey())
                .param("id", start.id())
                .query(Units::unit)
                .list();
        return Cursor.page(rows, limit, Units::placeOf);
    }

    /** The units without a superior on a date: usually one, the root of this installation. Those to practise in are none. */
    public List<Unit> roots(LocalDate on) {
        return jdbc.sql(DATED + "where v.parent_id is null and u.id not in (select unit_id from practice_unit) and"
                        + IN_FORCE + "order by v.sort_key, u.id")
                .param("on", on)
                .query(Units::unit)
                .list();
    }

    /** The unit's way from the root down to itself, by today's tree. */
    public List<Unit> pathTo(UnitId unit) {
        return jdbc.sql("with recursive up (id, parent_id, steps) as (select id, parent_id, 0 from unit where id = ?"
                        + " union all select p.id, p.parent_id, up.steps + 1 from unit p join up on p.id = up.parent_id) "
                        + LATEST + "join up on up.id = u.id order by up.steps desc")
                .param(unit.value())
                .query(Units::unit)
                .list();
    }

    /** The same way as text, {@code /1/22/333/}: kept with what was asked of a unit, where it stood then. */
    public String pathAsText(UnitId unit) {
        return pathTo(unit).stream().map(step -> step.id().toString()).collect(Collectors.joining("/", "/", "/"));
    }

    /** The unit and everything below it today, closed units too. */
    public Set<UnitId> branchOf(UnitId unit) {
        return jdbc
                .sql("select descendant_id from unit_closure where ancestor_id = ?")
                .param(unit.value())
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same units by their codes. */
    public Map<String, Unit> branchByCode(UnitId unit) {
        return jdbc
                .sql(LATEST + "join unit_closure c on c.descendant_id = u.id where c.ancestor_id = ?")
                .param(unit.value())
                .query(Units::unit)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Unit::code, Function.identity()));
    }

    /** Every state the unit has had, oldest first: its names and superiors with their dates. */
    public List<Unit> historyOf(UnitId unit) {
        return jdbc.sql(DATED + "where v.unit_id = ? order by v.valid_from")
                .param(unit.value())
                .query(Units::unit)
                .list();
    }

    /**
     * Units whose name, old name or code has a word beginning with each word asked for, without regard to diacritics.
     *
     * @param within only units of these branches; null for all
     * @param after the place the last page named, null at the start
     */
    public Page<Unit> search(String words, Collection<UnitId> within, String after, int limit) {
        return search.find(words, within, after, limit);
    }

    static Cursor placeOf(Unit unit) {
        return new Cursor(VietnameseText.sortKey(unit.name()), unit.id().value());
    }

    static Unit unit(ResultSet row, int n) throws SQLException {
        var parent = row.getObject("parent_id", Long.class);
        return new Unit(
                UnitId.of(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getInt("level"),
                UnitKind.valueOf(row.getString("kind")),
                parent == null ? null : UnitId.of(parent),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("phone"));
    }
}
