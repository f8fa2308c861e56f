package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons: found, and with the posts they may act for. */
@Component
public class People {

    static final String PERSON = "p.id, p.username, p.name, p.email, p.phone, p.home_unit_id";

    private final JdbcClient jdbc;
    private final StandIns standIns;
    private final Clock clock;

    People(JdbcClient jdbc, StandIns standIns, Clock clock) {
        this.jdbc = jdbc;
        this.standIns = standIns;
        this.clock = clock;
    }

    /** The person with the posts held today; empty when unknown or blocked. */
    public Optional<Actor> actor(String username) {
        return jdbc.sql("select " + PERSON + " from person p join account a on a.person_id = p.id"
                        + " where p.username = ? and a.blocked = false")
                .param(username.toLowerCase(Locale.ROOT))
                .query(People::person)
                .optional()
                .map(this::acting);
    }

    /** The person with the posts held today, blocked or not; empty when unknown. */
    public Optional<Actor> actor(PersonId person) {
        return find(person).map(this::acting);
    }

    public Optional<Person> find(PersonId person) {
        return jdbc.sql("select " + PERSON + " from person p where p.id = ?")
                .param(person.value())
                .query(People::person)
                .optional();
    }

    public Optional<Person> findByUsername(String username) {
        return jdbc.sql("select " + PERSON + " from person p where p.username = ?")
                .param(username.toLowerCase(Locale.ROOT))
                .query(People::person)
                .optional();
    }

    public Optional<String> nameOf(PersonId person) {
        return find(person).map(Person::name);
    }

    /** Persons whose account this unit keeps, by name. */
    public List<Person> keptBy(UnitId unit, int limit) {
        return jdbc.sql("select " + PERSON + " from person p where p.home_unit_id = ? order by p.sort_key, p.id limit "
                        + limit)
                .param(unit.value())
                .query(People::person)
                .list();
    }

    /**
     * Persons whose name or user name has a word beginning with each word asked for, without regard to diacritics.
     *
     * @param within only persons kept in these branches; null for all
     */
    public Page<Person> search(String text, Collection<UnitId> within, String after, int limit) {
        var words = VietnameseText.words(text).stream().distinct().limit(8).toList();
        if (words.isEmpty() || within != null && within.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        for (var i = 0; i < words.size(); i++) {
            conditions.add("p.search_text like :word" + i);
            params.put("word" + i, "% " + words.get(i) + "%");
        }
        if (within == null) {
            conditions.add("p.home_unit_id not in (select unit_id from practice_unit)");
        } else {
            conditions.add(
                    "exists (select 1 from unit_closure c where c.descendant_id = p.home_unit_id and c.ancestor_id in (:within))");
            params.put("within", within.stream().map(UnitId::value).toList());
        }
        var start = Cursor.of(after);
        params.put("key", start.sortKey());
        params.put("id", start.id());
        var rows = jdbc.sql("select " + PERSON + " from person p where " + String.join(" and ", conditions)
                        + " and (p.sort_key > :key or p.sort_key = :key and p.id > :id) order by p.sort_key, p.id limit "
                        + (limit + 1))
                .params(params)
                .query(People::person)
                .list();
        return Cursor.page(
                rows, limit, one -> new Cursor(sortKey(one.name()), one.id().value()));
    }

    /** Persons are listed by given name, as in Vietnam: "Trần Văn An" before "Nguyễn Thị Bình". */
    static String sortKey(String name) {
        var clean = VietnameseText.clean(name);
        var given = clean.substring(clean.lastIndexOf(' ') + 1);
        return VietnameseText.sortKey(given + " " + clean);
    }

    /** The person with the posts held today and those of others this person stands in for. */
    Actor acting(Person person) {
        var holdings = jdbc.sql("select " + Posts.HOLDING + " from post_holding h where h.person_id = :person and"
                        + Posts.IN_FORCE + "order by h.id")
                .param("person", person.id().value())
                .param("on", today())
                .query(Posts::holding)
                .list();
        return new Actor(
                person.id(), person.username(), person.name(), holdings, standIns.standingsOf(person.id(), today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                PersonId.of(row.getLong("id")),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                UnitId.of(row.getLong("home_unit_id")));
    }
}
