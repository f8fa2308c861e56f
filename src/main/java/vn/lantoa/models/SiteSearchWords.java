package vn.lantoa.models;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.VietnameseText;

/** Table {@code model_site_word}: by which folded words a site is found, those of its number, name, place, host and kind. */
@Component
class SiteSearchWords {

    private static final int LONGEST = 60;

    private final JdbcTemplate jdbc;
    private final SiteRows rows;
    private final ModelKinds kinds;

    SiteSearchWords(JdbcTemplate jdbc, SiteRows rows, ModelKinds kinds) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.kinds = kinds;
    }

    /** Writes the words of a site anew. */
    void refresh(SiteId id) {
        var site = rows.find(id).orElseThrow();
        var kind = kinds.current(site.kind());
        var words = Arrays.asList(site.number(), site.name(), site.place(), site.host(), kind.name()).stream()
                .filter(Objects::nonNull)
                .flatMap(text -> VietnameseText.words(text).stream())
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .distinct()
                .toList();
        jdbc.update("delete from model_site_word where site_id = ?", id.value());
        jdbc.batchUpdate(
                "insert into model_site_word (word, site_id) values (?, ?)",
                words.stream().map(word -> new Object[] {word, id.value()}).toList());
    }

    /** Sites of a kind that goes on as another are sites of that one. */
    @EventListener
    void on(KindsMerged merged) {
        jdbc.update(
                "update model_site set kind_id = ? where kind_id = ?",
                merged.into().value(),
                merged.from().value());
        List<Long> sites = jdbc.queryForList(
                "select id from model_site where kind_id = ? order by id",
                Long.class,
                merged.into().value());
        sites.forEach(id -> refresh(SiteId.of(id)));
    }
}
