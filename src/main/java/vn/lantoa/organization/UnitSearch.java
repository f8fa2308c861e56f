package vn.lantoa.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds units by beginnings of words: the rarest-looking word goes through the index, the others filter what it found. */
@Component
class UnitSearch {

    private final JdbcClient jdbc;

    UnitSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Unit> find(String text, Collection<UnitId> within, String after, int limit) {
        var words = VietnameseText.asked(text);
        if (words.isEmpty() || within != null && within.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<String, Object>();
        var sql =
                "select u.id, u.code, u.name, u.level, u.kind, u.parent_id, u.valid_from, u.valid_to, u.phone, u.sort_key from unit u where "
                        + String.join(" and ", conditions(words, within, params))
                        + " and (u.sort_key > :key or u.sort_key = :key and u.id > :id) order by u.sort_key, u.id limit "
                        + (limit + 1);
        var start = Cursor.of(after);
        params.put("key", start.sortKey());
        params.put("id", start.id());
        return Cursor.page(jdbc.sql(sql).params(params).query(Units::unit).list(), limit, Units::placeOf);
    }

    private List<String> conditions(List<String> words, Collection<UnitId> within, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        words.stream()
                .filter(word -> !VietnameseText.frequent(word))
                .max(Comparator.comparingInt(String::length))
                .ifPresent(word -> {
                    conditions.add("u.id in (select w.unit_id from unit_word w where w.word between :low and :high)");
                    var range = WordRange.of(word, WordRange.OF_UNITS);
                    params.put("low", range.low());
                    params.put("high", range.high());
                });
        for (var i = 0; i < words.size(); i++) {
            conditions.add("u.search_text like :word" + i);
            params.put("word" + i, "% " + words.get(i) + "%");
        }
        if (within == null) {
            conditions.add("u.id not in (select unit_id from practice_unit)");
        } else {
            conditions.add(
                    "exists (select 1 from unit_closure c where c.descendant_id = u.id and c.ancestor_id in (:within))");
            params.put("within", within.stream().map(UnitId::value).toList());
        }
        return conditions;
    }
}
