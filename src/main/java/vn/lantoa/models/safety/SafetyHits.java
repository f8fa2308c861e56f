package vn.lantoa.models.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Searchable;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.organization.WordRange;

/** Yearly files of safety, by the words of their title, their year and the words of their unit, for who sees its models. */
@Component
class SafetyHits implements Searchable {

    /** Every file has these; ANTT is how people write the last three. */
    private static final Set<String> OF_EVERY_TITLE = Set.of("an", "toan", "ve", "ninh", "trat", "tu", "nam", "antt");

    private final JdbcClient jdbc;
    private final Units units;
    private final SafetyWords words;

    SafetyHits(JdbcClient jdbc, Units units, SafetyWords words) {
        this.jdbc = jdbc;
        this.units = units;
        this.words = words;
    }

    @Override
    public String kind() {
        return "safety-files";
    }

    @Override
    public int rank() {
        return 22;
    }

    @Override
    public Page<Hit> find(Actor actor, String typed, String after, int limit) {
        var asked = VietnameseText.asked(typed);
        var branches = actor.branchIds(Right.SEE_MODEL);
        if (asked.isEmpty() || branches.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<String, Object>();
        var conditions = new ArrayList<String>();
        conditions.add(
                "exists (select 1 from unit_closure c where c.descendant_id = f.unit_id and c.ancestor_id in (:branches))");
        params.put("branches", branches);
        for (var i = 0; i < asked.size(); i++) {
            narrow(asked.get(i), i, conditions, params);
        }
        if (after != null && after.matches("\\d{1,18}")) {
            conditions.add("f.id < :last");
            params.put("last", Long.parseLong(after));
        }
        var found = jdbc.sql("select f.* from safety_file f where " + String.join(" and ", conditions)
                        + " order by f.id desc limit " + (limit + 1))
                .params(params)
                .query(SafetyFile::read)
                .list();
        var page = Page.cut(found, limit, file -> file.id().toString());
        var names = units.namesOf(page.items().stream().map(SafetyFile::unit).collect(Collectors.toSet()));
        return page.map(file -> new Hit(
                words.of("safety.title") + " " + file.year() + " – " + names.getOrDefault(file.unit(), ""),
                words.of("safety-file.state." + file.state(), LocaleContextHolder.getLocale()),
                "/dossiers/safety-file/" + file.id()));
    }

    private static void narrow(String word, int i, List<String> conditions, HashMap<String, Object> params) {
        if (OF_EVERY_TITLE.stream().anyMatch(one -> one.startsWith(word))) {
            return;
        }
        var range = WordRange.of(word, WordRange.OF_UNITS);
        var ofUnit = "f.unit_id in (select w.unit_id from unit_word w where w.word between :low" + i + " and :high" + i
                + ")";
        params.put("low" + i, range.low());
        params.put("high" + i, range.high());
        if (word.matches("20\\d\\d")) {
            conditions.add("(f.year_no = :year" + i + " or " + ofUnit + ")");
            params.put("year" + i, Integer.valueOf(word));
        } else {
            conditions.add(ofUnit);
        }
    }
}
