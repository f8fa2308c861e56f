package vn.lantoa.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/** Sites of models, by the words of their number, name, place, host and kind: those alive for everybody, the others for their branch. */
@Component
class SiteHits implements Searchable {

    private static final int LONGEST_WORD = 60;

    /** Nobody's unit: SQL takes no empty list. */
    private static final List<Long> NONE = List.of(-1L);

    private final JdbcClient jdbc;
    private final Units units;
    private final SiteWords words;

    SiteHits(JdbcClient jdbc, Units units, SiteWords words) {
        this.jdbc = jdbc;
        this.units = units;
        this.words = words;
    }

    @Override
    public String kind() {
        return "model-sites";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Page<Hit> find(Actor actor, String typed, String after, int limit) {
        var asked = VietnameseText.asked(typed);
        if (asked.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<String, Object>();
        var branches = actor.branchIds(Right.SEE_MODEL);
        var conditions = new ArrayList<String>();
        for (var i = 0; i < asked.size(); i++) {
            var range = WordRange.of(asked.get(i), LONGEST_WORD);
            params.put("low" + i, range.low());
            params.put("high" + i, range.high());
            conditions.add("s.id in (select w.site_id from model_site_word w where w.word between :low" + i
                    + " and :high" + i + ")");
        }
        conditions.add("(s.state in (:alive) or exists (select 1 from unit_closure c where c.descendant_id = s.unit_id"
                + " and c.ancestor_id in (:branches)))");
        params.put("alive", SiteState.ALIVE.stream().map(Enum::name).toList());
        params.put("branches", branches.isEmpty() ? NONE : branches);
        if (after != null && after.matches("\\d{1,18}")) {
            conditions.add("s.id < :last");
            params.put("last", Long.parseLong(after));
        }
        var found = jdbc.sql("select s.* from model_site s where " + String.join(" and ", conditions)
                        + " order by s.id desc limit " + (limit + 1))
                .params(params)
                .query(ModelSite::read)
                .list();
        var page = Page.cut(found, limit, site -> site.id().toString());
        var names = units.namesOf(page.items().stream().map(ModelSite::unit).collect(Collectors.toSet()));
        return page.map(site -> hit(site, names.getOrDefault(site.unit(), "")));
    }

    private Hit hit(ModelSite site, String unit) {
        return new Hit(
                site.number() + " – " + site.name() + " – " + unit,
                words.of("model-site.state." + site.state(), LocaleContextHolder.getLocale()),
                "/dossiers/model-site/" + site.id());
    }
}
