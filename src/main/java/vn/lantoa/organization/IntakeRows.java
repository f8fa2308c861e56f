package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Intake.Known;
import vn.lantoa.organization.Intake.KnownPerson;
import vn.lantoa.organization.IntakeBatch.Newcomer;

/** The questions and rows of an intake, asked and written in handfuls. */
@Component
class IntakeRows {

    private static final int HANDFUL = 500;

    private static final String KNOWN = "select u.id, u.code, u.name, u.kind, u.parent_id, u.valid_to,"
            + " (select min(v.valid_from) from unit_version v where v.unit_id = u.id) as first_day,"
            + " (select count(*) from unit_closure c where c.descendant_id = u.id and c.ancestor_id = :branch) as mine"
            + " from unit u ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    IntakeRows(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    List<Known> byCode(UnitId branch, Collection<String> codes) {
        return handfuls(codes, some -> jdbc.sql(KNOWN + "where u.code in (:some)")
                .param("branch", branch.value())
                .param("some", some)
                .query(IntakeRows::known)
                .list());
    }

    List<Known> byName(UnitId branch, Collection<String> sortKeys) {
        return handfuls(sortKeys, some -> jdbc
                .sql(KNOWN + "where u.sort_key in (:some) and u.id not in (select unit_id from practice_unit)")
                .param("branch", branch.value())
                .param("some", some)
                .query(IntakeRows::known)
                .list()
                .stream()
                .filter(Known::mine)
                .toList());
    }

    Map<UnitId, List<KnownPerson>> peopleOf(Collection<UnitId> homes) {
        var posts = new HashMap<Long, List<Post>>();
        handfuls(values(homes), some -> jdbc.sql("select h.person_id, h.post from post_holding h"
                                + " where h.unit_id in (:some) and (h.to_date is null or h.to_date >= :today)")
                        .param("some", some)
                        .param("today", LocalDate.now(clock))
                        .query((row, n) -> Map.entry(row.getLong("person_id"), row.getString("post")))
                        .list())
                .forEach(held -> posts.computeIfAbsent(held.getKey(), key -> new ArrayList<>())
                        .add(Post.ofCode(held.getValue()).orElseThrow()));
        var found = new HashMap<UnitId, List<KnownPerson>>();
        handfuls(values(homes), some -> jdbc.sql("select id, username, name, phone, email, home_unit_id from person"
                                + " where home_unit_id in (:some) order by id")
                        .param("some", some)
                        .query((row, n) -> new KnownPerson(
                                PersonId.of(row.getLong("id")),
                                row.getString("username"),
                                row.getString("name"),
                                row.getString("phone"),
                                row.getString("email"),
                                UnitId.of(row.getLong("home_unit_id")),
                                posts.getOrDefault(row.getLong("id"), List.of())))
                        .list())
                .forEach(person -> found.computeIfAbsent(person.home(), key -> new ArrayList<>())
                        .add(person));
        return found;
    }

    Set<String> takenUsernames(Collection<String> usernames) {
        return new HashSet<>(
                handfuls(usernames, some -> jdbc.sql("select username from person where username in (:some)")
                        .param("some", some)
                        .query(String.class)
                        .list()));
    }

    void lock(Collection<UnitId> units) {
        var ordered = values(units).stream().sorted().toList();
        handfuls(ordered, some -> jdbc.sql("select id from unit where id in (:some) order by id for update")
                .param("some", some)
                .query(Long.class)
                .list());
    }

    List<UnitId> within(UnitId branch, Collection<UnitId> units) {
        return handfuls(values(units), some -> jdbc.sql("select descendant_id from unit_closure"
                                + " where ancestor_id = :branch and descendant_id in (:some)")
                        .param("branch", branch.value())
                        .param("some", some)
                        .query(Long.class)
                        .list())
                .stream()
                .map(UnitId::of)
                .toList();
    }

    List<UnitId> homesOf(Collection<PersonId> people) {
        return handfuls(people.stream().map(PersonId::value).toList(), some -> jdbc.sql(
                                "select distinct home_unit_id from person where id in (:some)")
                        .param("some", some)
                        .query(Long.class)
                        .list())
                .stream()
                .distinct()
                .map(UnitId::of)
                .toList();
    }

    LocalDate firstDay(UnitId unit) {
        return jdbc.sql("select min(valid_from) from unit_version where unit_id = ?")
                .param(unit.value())
                .query(LocalDate.class)
                .single();
    }

    /** Writes how new people are reached. */
    void reach(List<Newcomer> people, List<PersonId> ids) {
        var reached = new ArrayList<Object[]>();
        for (var i = 0; i < people.size(); i++) {
            if (people.get(i).email() != null || people.get(i).phone() != null) {
                reached.add(new Object[] {
                    people.get(i).email(), people.get(i).phone(), ids.get(i).value()
                });
            }
        }
        template.batchUpdate("update person set email = ?, phone = ? where id = ?", reached);
    }

    List<Long> holdings(List<Holding> holdings) {
        var keys = new GeneratedKeyHolder();
        template.batchUpdate(
                connection -> connection.prepareStatement(
                        "insert into post_holding (person_id, post, unit_id, capacity, responsibility, from_date, to_date)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(java.sql.PreparedStatement row, int i) throws SQLException {
                        TreeWriter.bind(row, holdings.get(i));
                    }

                    @Override
                    public int getBatchSize() {
                        return holdings.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
    }

    static List<Long> values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).distinct().toList();
    }

    static <T, R> List<R> handfuls(Collection<T> all, Function<List<T>, List<R>> ask) {
        var list = List.copyOf(all);
        var found = new ArrayList<R>();
        for (var start = 0; start < list.size(); start += HANDFUL) {
            found.addAll(ask.apply(list.subList(start, Math.min(start + HANDFUL, list.size()))));
        }
        return found;
    }

    private static Known known(ResultSet row, int n) throws SQLException {
        var parent = row.getObject("parent_id", Long.class);
        return new Known(
                UnitId.of(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                parent == null ? null : UnitId.of(parent),
                row.getObject("valid_to", LocalDate.class) != null,
                row.getObject("first_day", LocalDate.class),
                row.getInt("mine") > 0);
    }
}
