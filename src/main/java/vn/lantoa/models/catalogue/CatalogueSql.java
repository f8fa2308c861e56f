package vn.lantoa.models.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.organization.WordRange;

/** One question to the catalogue as SQL: rights and filter are conditions on {@code model_site s}, so that no row is read that is not shown. */
final class CatalogueSql {

    private static final int LONGEST_WORD = 52;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final boolean byDue;
    private final boolean ofPlace;

    CatalogueSql(Actor actor, CatalogueFilter filter, LocalDate today) {
        byDue = filter.due() != null;
        ofPlace = filter.place() != null;
        visible(actor);
        words(filter.words());
        if (filter.kind() != null) {
            with("s.kind_id = :kind", "kind", filter.kind().value());
        }
        if (filter.place() != null) {
            with(
                    "s.unit_id in (select c.descendant_id from unit_closure c where c.ancestor_id = :place)",
                    "place",
                    filter.place().value());
        }
        if (filter.state() != null) {
            with("s.state = :state", "state", filter.state().name());
        }
        if (filter.level() != null) {
            with("s.recognised_level = :level", "level", filter.level());
        }
        if (byDue) {
            var until = filter.due() == CatalogueFilter.Due.PAST
                    ? today.minusDays(1)
                    : today.withDayOfMonth(today.lengthOfMonth());
            with("s.review_due <= :until", "until", until);
        }
    }

    /** Alive sites are open to all but those to practise in; the rest is for its branch, as ModelSites says for one of them. */
    private void visible(Actor actor) {
        var open = "s.state in (:alive) and s.unit_id not in (select p.unit_id from practice_unit p)";
        params.put("alive", SiteState.ALIVE.stream().map(Enum::name).toList());
        var branches = actor.branchIds(Right.SEE_MODEL);
        if (branches.isEmpty()) {
            conditions.add(open);
            return;
        }
        // Counted, not asked for by "exists": of that PostgreSQL makes a hash of the whole branch, for a few closed
        // sites.
        with(
                "(" + open + " or (select count(*) from unit_closure v where v.descendant_id = s.unit_id"
                        + " and v.ancestor_id in (:branches)) > 0)",
                "branches",
                branches);
    }

    private void words(String text) {
        var words = VietnameseText.asked(text == null ? "" : text);
        for (var i = 0; i < words.size(); i++) {
            conditions.add("exists (select 1 from model_site_word w where w.site_id = s.id and w.word between :low" + i
                    + " and :high" + i + ")");
            var range = WordRange.of(words.get(i), LONGEST_WORD);
            params.put("low" + i, range.low());
            params.put("high" + i, range.high());
        }
    }

    private void with(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    /** Goes on after a row, or begins when there is none. */
    void after(String place) {
        CatalogueCursor.of(place).filter(row -> byDue == (row.due() != null)).ifPresent(row -> {
            with(
                    byDue
                            ? "(s.review_due > :afterDue or s.review_due = :afterDue and s.id > :afterId)"
                            : "s.id < :afterId",
                    "afterId",
                    row.id());
            if (byDue) {
                params.put("afterDue", row.due());
            }
        });
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    /**
     * The newest first; for due reviews the oldest day first. The sites of a place are few and lie anywhere: the sum keeps PostgreSQL from
     * looking for them through all sites in the order of their ids.
     */
    String order() {
        if (byDue) {
            return " order by s.review_due, s.id";
        }
        return ofPlace ? " order by s.id + 0 desc" : " order by s.id desc";
    }

    Map<String, Object> params() {
        return params;
    }

    CatalogueCursor placeOf(SiteLine line) {
        return new CatalogueCursor(byDue ? line.due() : null, line.id().value());
    }
}
