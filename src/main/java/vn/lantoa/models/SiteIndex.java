package vn.lantoa.models;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.organization.VietnameseText;

/**
 * What the search of the catalogue looks into, table {@code model_site_word}: number, name and place of a site and the name of its kind. The host is
 * left out: it may be called after somebody.
 */
@Component
public class SiteIndex {

    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SiteIndex(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Texts(long site, String text) {}

    /** Writes the words of a site anew; called after it is entered or renamed. */
    public void index(SiteId site) {
        rewrite("s.id = ?", site.value());
    }

    /** Writes the words of all sites of a kind anew; called after the kind is renamed or other kinds go on as this one. */
    public void indexAll(KindId kind) {
        rewrite("s.kind_id = ?", kind.value());
    }

    /** A site in another state may be called otherwise too: what its steps write is found from their end on. */
    @EventListener
    void on(DossierChanged changed) {
        if (changed.dossier().type().equals(SiteId.DOSSIER)) {
            index(SiteId.of(changed.dossier()));
        }
    }

    private void rewrite(String which, long id) {
        jdbc.sql("delete from model_site_word where site_id in (select s.id from model_site s where " + which + ")")
                .param(id)
                .update();
        var texts = jdbc.sql("select s.id, s.number, s.name, s.place, k.name as kind from model_site s"
                        + " join model_kind k on k.id = s.kind_id where " + which)
                .param(id)
                .query((row, n) -> new Texts(
                        row.getLong("id"),
                        String.join(
                                " ",
                                row.getString("number") == null ? "" : row.getString("number"),
                                row.getString("name"),
                                row.getString("place"),
                                row.getString("kind"))))
                .list();
        write(texts);
    }

    private void write(Collection<Texts> texts) {
        batches.batchUpdate(
                "insert into model_site_word (word, site_id) values (?, ?)",
                texts.stream()
                        .flatMap(one -> words(one.text()).stream().map(word -> new Object[] {word, one.site()}))
                        .toList());
    }

    private static Collection<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (var word : VietnameseText.searchText(text).strip().split(" ")) {
            words.add(word.substring(0, Math.min(LONGEST, word.length())));
        }
        return words;
    }
}
