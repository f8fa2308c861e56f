package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds which post in which unit, and who stands in for the holders. */
@Component
public class Posts {

    /** A post in a unit on a date and who holds it. */
    public record Holder(long holding, Person person, Holding held) {}

    static final String HOLDING =
            "h.person_id, h.post, h.unit_id, h.capacity, h.responsibility, h.from_date, h.to_date";
    static final String IN_FORCE = " h.from_date <= :on and (h.to_date is null or h.to_date >= :on) ";

    private final JdbcClient jdbc;
    private final People people;
    private final StandIns standIns;
    private final Clock clock;

    Posts(JdbcClient jdbc, People people, StandIns standIns, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.standIns = standIns;
        this.clock = clock;
    }

    /** Who holds this post in this unit today; blocked persons are left out. */
    public List<Actor> holdersOf(Post post, UnitId unit) {
        return jdbc
                .sql("select distinct " + People.PERSON
                        + ", p.sort_key from post_holding h join person p on p.id = h.person_id"
                        + " join account a on a.person_id = p.id where a.blocked = false and h.post = :post and h.unit_id = :unit and"
                        + IN_FORCE + "order by p.sort_key, p.id")
                .param("post", post.code())
                .param("unit", unit.value())
                .param("on", today())
                .query(People::person)
                .list()
                .stream()
                .map(people::acting)
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
                .map(people::find)
                .flatMap(Optional::stream)
                .map(person -> people.actor(person.username()))
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
                .sql("select h.id as holding_id, " + People.PERSON + ", " + HOLDING
                        + " from post_holding h join person p on p.id = h.person_id" + " where h.unit_id = :unit and"
                        + IN_FORCE + "order by p.sort_key, h.id")
                .param("unit", unit.value())
                .param("on", on)
                .query((row, n) -> new Holder(row.getLong("holding_id"), People.person(row, n), holding(row, n)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(holder -> holder.held().post()))
                .toList();
    }

    /** Every post a person holds or held, the latest first. */
    public List<Holding> holdingsOf(PersonId person) {
        return jdbc.sql("select " + HOLDING
                        + " from post_holding h where h.person_id = ? order by h.from_date desc, h.id desc")
                .param(person.value())
                .query(Posts::holding)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static Holding holding(ResultSet row, int n) throws SQLException {
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
