package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows the rules of {@link Substitution} on a day: for whom somebody may act, and who may act for a post. A deputy who is away too
 * passes on what was given, unless by sub-delegation (TUQ.), which nobody may pass on (NĐ 30/2020/NĐ-CP, Điều 13 khoản 3).
 */
@Component
class StandIns {

    private static final int LONGEST_CHAIN = 5;
    private static final String IN_FORCE = " s.ended_at is null and s.from_date <= :on and s.to_date >= :on ";

    private record Rule(
            long id,
            PersonId person,
            String name,
            Post post,
            UnitId unit,
            Set<String> processes,
            Capacity capacity,
            LocalDate from,
            LocalDate to) {

        boolean passesOn(Post what, UnitId where) {
            return post == null || post == what && where.equals(unit);
        }
    }

    private final JdbcClient jdbc;

    StandIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What this person may do for others on a day. */
    List<Standing> standingsOf(PersonId deputy, LocalDate on) {
        return standingsOf(deputy, on, Set.of(deputy));
    }

    /** Persons to whom a rule for a holder of the post may lead; {@link Actor#standing} decides. */
    Set<PersonId> deputiesNear(Post post, UnitId unit, LocalDate on) {
        var found = new HashSet<PersonId>();
        var next = jdbc.sql(
                        "select distinct s.deputy_id from substitution s join post_holding h on h.person_id = s.person_id"
                                + " where h.post = :post and h.unit_id = :unit and h.from_date <= :on"
                                + " and (h.to_date is null or h.to_date >= :on) and" + IN_FORCE)
                .param("post", post.code())
                .param("unit", unit.value())
                .param("on", on)
                .query((row, n) -> PersonId.of(row.getLong(1)))
                .list();
        for (var depth = 0; depth < LONGEST_CHAIN && !next.isEmpty(); depth++) {
            var fresh = next.stream().filter(found::add).toList();
            next = fresh.isEmpty() ? List.of() : deputiesOf(fresh, on);
        }
        return found;
    }

    private List<PersonId> deputiesOf(List<PersonId> persons, LocalDate on) {
        return jdbc.sql("select distinct s.deputy_id from substitution s where s.person_id in (:persons) and"
                        + IN_FORCE)
                .param("persons", persons.stream().map(PersonId::value).toList())
                .param("on", on)
                .query((row, n) -> PersonId.of(row.getLong(1)))
                .list();
    }

    private List<Standing> standingsOf(PersonId deputy, LocalDate on, Set<PersonId> chain) {
        var standings = new ArrayList<Standing>();
        for (var rule : rulesOf(deputy, on)) {
            if (chain.contains(rule.person())) {
                continue;
            }
            standings.addAll(own(rule, on));
            if (chain.size() < LONGEST_CHAIN) {
                var longer = new HashSet<>(chain);
                longer.add(rule.person());
                standingsOf(rule.person(), on, longer).stream()
                        .map(given -> passedOn(given, rule))
                        .flatMap(Optional::stream)
                        .forEach(standings::add);
            }
        }
        return List.copyOf(standings);
    }

    private List<Standing> own(Rule rule, LocalDate on) {
        return jdbc
                .sql(
                        "select distinct h.post, h.unit_id from post_holding h where h.person_id = :person"
                                + " and h.from_date <= :on and (h.to_date is null or h.to_date >= :on) order by h.post, h.unit_id")
                .param("person", rule.person().value())
                .param("on", on)
                .query((row, n) -> new Standing(
                        rule.id(),
                        rule.person(),
                        rule.name(),
                        Post.ofCode(row.getString("post")).orElseThrow(),
                        UnitId.of(row.getLong("unit_id")),
                        List.of(),
                        rule.processes(),
                        rule.capacity(),
                        rule.from(),
                        rule.to()))
                .list()
                .stream()
                .filter(standing -> rule.passesOn(standing.post(), standing.unit()))
                .toList();
    }

    private static Optional<Standing> passedOn(Standing given, Rule rule) {
        var both = new HashSet<>(given.processes());
        both.retainAll(rule.processes());
        var processes = given.processes().isEmpty()
                ? rule.processes()
                : rule.processes().isEmpty() ? given.processes() : both;
        var nothingLeft = processes.isEmpty()
                && !(given.processes().isEmpty() && rule.processes().isEmpty());
        if (given.capacity() == Capacity.TUQ || nothingLeft || !rule.passesOn(given.post(), given.unit())) {
            return Optional.empty();
        }
        var through = new ArrayList<>(given.through());
        through.add(rule.person());
        return Optional.of(new Standing(
                rule.id(),
                given.person(),
                given.name(),
                given.post(),
                given.unit(),
                List.copyOf(through),
                Set.copyOf(processes),
                rule.capacity() == null ? given.capacity() : rule.capacity(),
                given.from().isAfter(rule.from()) ? given.from() : rule.from(),
                given.to().isBefore(rule.to()) ? given.to() : rule.to()));
    }

    private List<Rule> rulesOf(PersonId deputy, LocalDate on) {
        return jdbc.sql("select s.*, p.name from substitution s join person p on p.id = s.person_id"
                        + " where s.deputy_id = :deputy and" + IN_FORCE + "order by s.id")
                .param("deputy", deputy.value())
                .param("on", on)
                .query(StandIns::rule)
                .list();
    }

    private static Rule rule(ResultSet row, int n) throws SQLException {
        var unit = row.getLong("unit_id");
        var capacity = row.getString("capacity");
        return new Rule(
                row.getLong("id"),
                PersonId.of(row.getLong("person_id")),
                row.getString("name"),
                Post.ofCode(row.getString("post") == null ? "" : row.getString("post"))
                        .orElse(null),
                row.getString("post") == null ? null : UnitId.of(unit),
                processes(row.getString("processes")),
                capacity == null ? null : Capacity.valueOf(capacity),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class));
    }

    static Set<String> processes(String text) {
        return text.isEmpty()
                ? Set.of()
                : Set.of(text.substring(1, text.length() - 1).split(","));
    }
}
