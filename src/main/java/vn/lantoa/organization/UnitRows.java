package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind the tree: versions, today's state, closure and search words move together here. */
@Component
class UnitRows {

    private final JdbcClient jdbc;

    UnitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else change these units until the transaction ends; always in the same order, so that two acts cannot wait for each other. */
    void lock(UnitId... units) {
        for (var unit : java.util.Arrays.stream(units)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .distinct()
                .toList()) {
            jdbc.sql("select id from unit where id = ? for update")
                    .param(unit.value())
                    .query(Long.class)
                    .optional();
        }
    }

    /** Starts a new state of a unit on a date, or corrects the present one when it began that day. */
    void changeState(Unit unit, String name, UnitId parent, LocalDate from) {
        if (from.equals(unit.validFrom())) {
            jdbc.sql(
                            "update unit_version set name = ?, parent_id = ?, sort_key = ? where unit_id = ? and valid_from = ?")
                    .params(
                            name,
                            value(parent),
                            VietnameseText.sortKey(name),
                            unit.id().value(),
                            from)
                    .update();
        } else {
            jdbc.sql("update unit_version set valid_to = ? where unit_id = ? and valid_to is null")
                    .params(from.minusDays(1), unit.id().value())
                    .update();
            jdbc.sql("insert into unit_version (unit_id, name, parent_id, valid_from, sort_key) values (?, ?, ?, ?, ?)")
                    .params(unit.id().value(), name, value(parent), from, VietnameseText.sortKey(name))
                    .update();
        }
        jdbc.sql("update unit set name = ?, parent_id = ?, valid_from = ?, sort_key = ? where id = ?")
                .params(
                        name,
                        value(parent),
                        from,
                        VietnameseText.sortKey(name),
                        unit.id().value())
                .update();
    }

    /** Ends the unit's last state, and every post in it, on a day. */
    void close(UnitId unit, LocalDate lastDay) {
        jdbc.sql("update unit_version set valid_to = ? where unit_id = ? and valid_to is null")
                .params(lastDay, unit.value())
                .update();
        jdbc.sql("update unit set valid_to = ?, closed_on = ? where id = ?")
                .params(lastDay, lastDay, unit.value())
                .update();
        jdbc.sql("update post_holding set to_date = ? where unit_id = ? and (to_date is null or to_date > ?)")
                .params(lastDay, unit.value(), lastDay)
                .update();
    }

    /** Hangs a unit with everything below it under another superior in today's tree. */
    void rehang(UnitId unit, UnitId parent) {
        jdbc.sql(
                        "delete from unit_closure where descendant_id in (select descendant_id from unit_closure where ancestor_id = :unit)"
                                + " and ancestor_id in (select ancestor_id from unit_closure where descendant_id = :unit and ancestor_id <> :unit)")
                .param("unit", unit.value())
                .update();
        if (parent != null) {
            jdbc.sql("insert into unit_closure (ancestor_id, descendant_id, depth)"
                            + " select p.ancestor_id, d.descendant_id, p.depth + d.depth + 1 from unit_closure p cross join unit_closure d"
                            + " where p.descendant_id = :parent and d.ancestor_id = :unit")
                    .param("unit", unit.value())
                    .param("parent", parent.value())
                    .update();
        }
    }

    /** Rebuilds what search looks into from the code and every name the unit has had. */
    void index(UnitId unit) {
        var texts = jdbc.sql("select name from unit_version where unit_id = ? order by valid_from desc")
                .param(unit.value())
                .query(String.class)
                .list();
        var code = jdbc.sql("select code from unit where id = ?")
                .param(unit.value())
                .query(String.class)
                .single();
        var all = java.util.stream.Stream.concat(java.util.stream.Stream.of(code), texts.stream())
                .toArray(String[]::new);
        var text = VietnameseText.searchText(all);
        jdbc.sql("update unit set search_text = ? where id = ?")
                .params(text.substring(0, Math.min(800, text.length())), unit.value())
                .update();
        jdbc.sql("delete from unit_word where unit_id = ?").param(unit.value()).update();
        for (var word : VietnameseText.indexWords(all)) {
            jdbc.sql("insert into unit_word (word, unit_id) values (?, ?)")
                    .params(word, unit.value())
                    .update();
        }
    }

    /** Lets a unit go on as another: what it left is seen from there too, and still from where it stood. */
    void succession(UnitId from, UnitId into, LocalDate on) {
        jdbc.sql("insert into unit_succession (predecessor_id, successor_id, on_date) values (?, ?, ?)")
                .params(from.value(), into.value(), on)
                .update();
        jdbc.sql("insert into unit_closure (ancestor_id, descendant_id, depth)"
                        + " select p.ancestor_id, d.descendant_id, p.depth + d.depth + 1 from unit_closure p cross join unit_closure d"
                        + " where p.descendant_id = :into and d.ancestor_id = :from and not exists (select 1 from unit_closure k"
                        + " where k.ancestor_id = p.ancestor_id and k.descendant_id = d.descendant_id)")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    /** The first day of the unit. */
    LocalDate firstDay(UnitId unit) {
        return jdbc.sql("select min(valid_from) from unit_version where unit_id = ?")
                .param(unit.value())
                .query(LocalDate.class)
                .single();
    }

    /** The subordinates that are open now. */
    List<UnitId> openSubordinates(UnitId unit) {
        return jdbc
                .sql("select id from unit where parent_id = ? and valid_to is null order by id")
                .param(unit.value())
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::of)
                .toList();
    }

    void phone(UnitId unit, String phone) {
        jdbc.sql("update unit set phone = ? where id = ?")
                .params(phone, unit.value())
                .update();
    }

    private static Long value(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
