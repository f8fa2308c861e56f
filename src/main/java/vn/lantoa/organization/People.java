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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons and the posts they hold. */
@Component
public class People {

    /** A post in a unit on a date and who holds it. */
    public record Holder(long holding, Person person, Holding held) {}

    private static final String PERSON = "p.id, p.username, p.name, p.email, p.phone, p.home_unit_id";
    private static final String HOLDING =
            "h.person_id, h.post, h.unit_id, h.capacity, h.responsibility, h.from_date, h.to_date";
    private static final String IN_FORCE = " h.from_date <= :on and (h.to_date is null or h.to_date >= :on) ";

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

    /** Who holds this post in this unit today; blocked persons are left out. */
    public List<Actor> holdersOf(Post post, UnitId unit) {
        return jdbc
                .sql("select distinct " + PERSON
                        + ", p.sort_key from post_holding h join person p on p.id = h.person_id"
                        + " join account a on a.person_id = p.id where a.blocked = false and h.post = :post and h.unit_id = :unit and"
                        + IN_FORCE + "order by p.sort_key, p.id")
                .param("post", post.code())
                .param("unit", unit.value())
                .param("on", today())
                .query(People::person)
                .list()
                .stream()
                .map(this::acting)
                .toList();
    }

    /** Who holds this post today in each of several units, without their other posts; units where nobody does are left out. */
    public Map<UnitId, List<PersonId>> holdersOf(Post post, Collection<UnitId> units) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select h.unit_id, h.person_id from post_holding h join account a on a.person_id = h.person_id"
                        + " where a.blocked = false and h.post = :post and h.unit_id in (:units) and" + IN_FORCE
                        + "order by h.id")
                .param("post", post.code())
                .param("units", units.stream().map(UnitId::value).distinct().toList())
                .param("on", today())
                .query((row, n) -> Map.entry(UnitId.of(row.getLong(1)), PersonId.of(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Who stands in today for a holder of this post in this unit and process, however long the chain; blocked persons are left out. */
    public List<Actor> deputiesFor(Post post, UnitId unit, String process) {
        return standIns.deputiesNear(post, unit, today()).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .map(person -> actor(person.username()))
                .flatMap(Optional::stream)
                .filter(actor -> actor.standing(post, unit, process).isPresent())
                .toList();
    }

    /** Those of the units where somebody stands in today for a holder of this post; {@link #deputiesFor} says who. */
    public Set<UnitId> substituted(Post post, Collection<UnitId> units) {
        if (units.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select distinct h.unit_id from post_holding h join substitution s on s.person_id = h.person_id"
                        + " where h.post = :post and h.unit_id in (:units) and s.ended_at is null"
                        + " and s.from_date <= :on and s.to_date >= :on and" + IN_FORCE)
                .param("post", post.code())
                .param("units", units.stream().map(UnitId::value).distinct().toList())
                .param("on", today())
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The posts of a unit and their holders on a date, in the order of posts and names. */
    public List<Holder> holdersIn(UnitId unit, LocalDate on) {
        return jdbc
                .sql("select h.id as holding_id, " + PERSON + ", " + HOLDING
                        + " from post_holding h join person p on p.id = h.person_id" + " where h.unit_id = :unit and"
                        + IN_FORCE + "order by p.sort_key, h.id")
                .param("unit", unit.value())
                .param("on", on)
                .query((row, n) -> new Holder(row.getLong("holding_id"), person(row, n), holding(row, n)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(holder -> holder.held().post()))
                .toList();
    }

    /** Persons whose account this unit keeps, by name. */
    public List<Person> keptBy(UnitId unit, int limit) {
        return jdbc.sql("select " + PERSON + " from person p where p.home_unit_id = ? order by p.sort_key, p.id limit "
                        + limit)
                .param(unit.value())
                .query(People::person)
                .list();
    }

    /** Every post a person holds or held, the latest first. */
    public List<Holding> holdingsOf(PersonId person) {
        return jdbc.sql("select " + HOLDING
                        + " from post_holding h where h.person_id = ? order by h.from_date desc, h.id desc")
                .param(person.value())
                .query(People::holding)
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

    private Actor acting(Person person) {
        var holdings = jdbc.sql("select " + HOLDING + " from post_holding h where h.person_id = :person and" + IN_FORCE
                        + "order by h.id")
                .param("person", person.id().value())
                .param("on", today())
                .query(People::holding)
                .list();
        return new Actor(
                person.id(), person.username(), person.name(), holdings, standIns.standingsOf(person.id(), today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                PersonId.of(row.getLong("id")),
                row.getString("username"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                UnitId.of(row.getLong("home_unit_id")));
    }

    private static Holding holding(ResultSet row, int n) throws SQLException {
        var capacity = row.getString("capacity");
        return new Holding(
                PersonId.of(row.getLong("person_id")),
                Post.ofCode(row.getString("post")).orElseThrow(),
                UnitId.of(row.getLong("unit_id")),
                capacity == null ? null : Capacity.valueOf(capacity),
                row.getString("responsibility"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class));
    }
}
