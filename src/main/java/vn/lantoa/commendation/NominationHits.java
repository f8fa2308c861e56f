package vn.lantoa.commendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.organization.WordRange;

/**
 * Nominations in the search over everything, by the words of their title: the award's, the number's, the proposing unit's. A nominee's name is
 * neither searched nor shown, so nothing is written down; who opens what was found is.
 */
@Component
class NominationHits implements Searchable {

    /** The words of every title: they narrow nothing, and alone they find nothing ("Hồ" is a family name, too). */
    private static final List<String> EVERY_TITLE = VietnameseText.words("Đề nghị tặng khen thưởng hồ sơ");

    private static final int DIGITS = 5;

    private final JdbcClient jdbc;
    private final Units units;
    private final CommendationWords words;

    NominationHits(JdbcClient jdbc, Units units, CommendationWords words) {
        this.jdbc = jdbc;
        this.units = units;
        this.words = words;
    }

    @Override
    public String kind() {
        return "nominations";
    }

    @Override
    public int rank() {
        return 12;
    }

    @Override
    public Page<Hit> find(Actor actor, String typed, String after, int limit) {
        var telling = VietnameseText.asked(typed).stream()
                .filter(word -> !EVERY_TITLE.contains(word))
                .toList();
        var branches = actor.branchIds(Right.SEE_NOMINATION);
        if (telling.isEmpty() || branches.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var names = names();
        var params = new HashMap<String, Object>(Map.of("branches", branches));
        var found = jdbc.sql(
                        "select n.* from nomination n join unit u on u.id = n.proposer_id where n.state <> 'DISCARDED' and "
                                + String.join(" and ", conditions(telling, names, params)) + start(after, params)
                                + " and exists (select 1 from unit_closure c where c.descendant_id = n.proposer_id and c.ancestor_id in (:branches))"
                                + " order by n.id desc limit " + (limit + 1))
                .params(params)
                .query(Nomination::read)
                .list();
        var page = Page.cut(found, limit, one -> one.id().toString());
        var where =
                units.namesOf(page.items().stream().map(Nomination::proposer).collect(Collectors.toSet()));
        return page.map(one -> hit(one, names, where.getOrDefault(one.proposer(), "")));
    }

    private List<String> conditions(List<String> telling, Map<String, String> names, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        for (var i = 0; i < telling.size(); i++) {
            var word = telling.get(i);
            var ways = new ArrayList<>(List.of("u.search_text like :word" + i));
            params.put("word" + i, "% " + word + "%");
            var meant = names.entrySet().stream()
                    .filter(title ->
                            VietnameseText.words(title.getValue()).stream().anyMatch(one -> one.startsWith(word)))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!meant.isEmpty()) {
                ways.add("n.title_code in (:titles" + i + ")");
                params.put("titles" + i, meant);
            }
            if (word.matches("\\d+")) {
                ways.add("n.number like :year" + i);
                ways.add("n.number like :last" + i);
                params.put("year" + i, word + "%");
                params.put("last" + i, "%-" + "0".repeat(Math.max(0, DIGITS - word.length())) + word);
            }
            if (ways.size() == 1 && VietnameseText.tellsApart(word)) {
                // Only the unit can mean it: the index of words finds which ones.
                ways.set(
                        0,
                        "(u.search_text like :word" + i
                                + " and n.proposer_id in (select w.unit_id from unit_word w where w.word between :low"
                                + i
                                + " and :high" + i + "))");
                var range = WordRange.of(word, WordRange.OF_UNITS);
                params.put("low" + i, range.low());
                params.put("high" + i, range.high());
            }
            conditions.add("(" + String.join(" or ", ways) + ")");
        }
        return conditions;
    }

    private static String start(String after, Map<String, Object> params) {
        if (after == null || !after.matches("\\d{1,18}")) {
            return "";
        }
        params.put("after", Long.parseLong(after));
        return " and n.id < :after";
    }

    /** What each title is called, the newest name of a code; there are few. */
    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        jdbc.sql("select code, name, valid_from from award_title"
                        + " union all select code, name, valid_from from award_title_own order by valid_from")
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }

    private Hit hit(Nomination nomination, Map<String, String> names, String unit) {
        return new Hit(
                NominationDossiers.title(names.get(nomination.title()), nomination, unit),
                words.of("nomination.state." + nomination.state()),
                "/dossiers/nomination/" + nomination.id());
    }
}
