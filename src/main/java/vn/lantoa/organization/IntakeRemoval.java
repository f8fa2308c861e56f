package vn.lantoa.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Intake.Made;
import vn.lantoa.organization.Intake.Obstacle;

/** Removes what an intake made while nothing else stands on it. */
@Component
class IntakeRemoval {

    private static final int MOST_TOLD = 20;

    private record Hit(long id, String name) {}

    private final JdbcClient jdbc;
    private final List<Dependents> dependents;
    private final Units units;

    IntakeRemoval(JdbcClient jdbc, List<Dependents> dependents, Units units) {
        this.jdbc = jdbc;
        this.dependents = dependents;
        this.units = units;
    }

    List<Obstacle> obstacles(Made made) {
        var people = new HashSet<>(made.people());
        var ours = new HashSet<>(made.units());
        var holdings = new HashSet<>(made.holdings());
        var found = new ArrayList<Obstacle>();
        add(
                found,
                "subordinates",
                strangers(
                        "select c.id, u.name from unit c join unit u on u.id = c.parent_id where c.parent_id in (:some)",
                        ids(made),
                        one -> ours.contains(UnitId.of(one))));
        add(
                found,
                "people",
                strangers(
                        "select p.id, u.name from person p join unit u on u.id = p.home_unit_id where p.home_unit_id in (:some)",
                        ids(made),
                        one -> people.contains(PersonId.of(one))));
        add(
                found,
                "posts",
                strangers(
                        "select h.id, u.name from post_holding h join unit u on u.id = h.unit_id where h.unit_id in (:some)",
                        ids(made),
                        holdings::contains));
        add(
                found,
                "changed",
                strangers(
                        "select v.unit_id as id, u.name from unit_version v join unit u on u.id = v.unit_id where v.unit_id in (:some)"
                                + " and v.valid_to is not null",
                        ids(made),
                        one -> false));
        add(
                found,
                "merged",
                strangers(
                        "select u.id, u.name from unit u where u.id in (:some) and (exists (select 1 from unit_succession s"
                                + " where s.predecessor_id = u.id or s.successor_id = u.id) or exists (select 1 from territorial_coordination t"
                                + " where t.unit_id = u.id or t.province_id = u.id))",
                        ids(made),
                        one -> false));
        var persons = made.people().stream().map(PersonId::value).toList();
        add(
                found,
                "activated",
                strangers(
                        "select p.id, p.name from person p join account a on a.person_id = p.id where p.id in (:some)"
                                + " and a.password_hash <> '" + Accounts.NO_PASSWORD + "'",
                        persons,
                        one -> false));
        add(
                found,
                "other-posts",
                strangers(
                        "select h.id, p.name from post_holding h join person p on p.id = h.person_id where h.person_id in (:some)",
                        persons,
                        holdings::contains));
        add(
                found,
                "ended-posts",
                strangers(
                        "select h.id, p.name from post_holding h join person p on p.id = h.person_id where h.id in (:some)"
                                + " and (h.to_date is not null or exists (select 1 from handover o where o.holding_id = h.id)"
                                + " or exists (select 1 from substitution s where s.person_id = p.id or s.deputy_id = p.id))",
                        made.holdings(),
                        one -> false));
        elsewhere(made, found);
        return found;
    }

    void remove(Made made) {
        var persons = made.people().stream().map(PersonId::value).toList();
        delete("delete from post_holding where id in (:some)", made.holdings());
        for (var table : List.of("activation_code", "account")) {
            delete("delete from " + table + " where person_id in (:some)", persons);
        }
        delete("delete from person where id in (:some)", persons);
        var unitIds = ids(made);
        delete("delete from unit_word where unit_id in (:some)", unitIds);
        delete("delete from unit_closure where descendant_id in (:some)", unitIds);
        delete("delete from unit_version where unit_id in (:some)", unitIds);
        // A unit refers to its superior: the deepest go first.
        for (var level = 4; level >= 1; level--) {
            delete("delete from unit where level = " + level + " and id in (:some)", unitIds);
        }
    }

    private void elsewhere(Made made, List<Obstacle> found) {
        for (var dependent : dependents) {
            var hits = dependent.on(made.units(), MOST_TOLD);
            Map<UnitId, String> names =
                    units.namesOf(hits.stream().map(Dependents.Found::unit).toList());
            hits.forEach(hit -> found.add(new Obstacle(hit.what(), names.getOrDefault(hit.unit(), ""), hit.count())));
        }
    }

    /** Rows on our units or people that are not ours. */
    private List<Hit> strangers(String sql, Collection<Long> on, java.util.function.LongPredicate ours) {
        return IntakeRows.handfuls(on, some -> jdbc
                .sql(sql)
                .param("some", some)
                .query((row, n) -> new Hit(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .filter(hit -> !ours.test(hit.id()))
                .toList());
    }

    private static void add(List<Obstacle> found, String what, List<Hit> hits) {
        var names = new java.util.LinkedHashMap<String, Long>();
        hits.forEach(hit -> names.merge(hit.name(), 1L, Long::sum));
        names.entrySet().stream()
                .limit(MOST_TOLD)
                .forEach(hit -> found.add(new Obstacle(what, hit.getKey(), hit.getValue())));
    }

    private void delete(String sql, Collection<Long> ids) {
        IntakeRows.handfuls(ids, some -> {
            jdbc.sql(sql).param("some", some).update();
            return Set.<Long>of().stream().toList();
        });
    }

    private static List<Long> ids(Made made) {
        return IntakeRows.values(made.units());
    }
}
