package vn.lantoa.models.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.lantoa.bench.Findings;
import vn.lantoa.bench.Goal;
import vn.lantoa.bench.House;
import vn.lantoa.bench.Timing;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteGenerator;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;

/** A page of 25 of the catalogue of models against bare indexed SQL, with the filters people use. */
public final class CatalogueFigure {

    private static final int ROUNDS = 101;
    private static final String BARE =
            "select s.*, k.name as kind_name, u.name as unit_name from model_site s join model_kind k on k.id = s.kind_id"
                    + " join unit u on u.id = s.unit_id where s.state in ('ACTIVE', 'NEEDS_REPAIR', 'REVIEW_OVERDUE')";
    private static final String NEWEST = " order by s.id desc limit 26";

    private final House house;
    private final Findings findings;
    private final SiteCatalogue catalogue;

    public CatalogueFigure(House house, Findings findings) {
        this.house = house;
        this.findings = findings;
        this.catalogue = house.bean(SiteCatalogue.class);
    }

    /**
     * Grows sites and measures the catalogue.
     *
     * @param officer who reads it
     * @param sites how many, each with {@code reviews} reviews
     */
    public void measure(Actor officer, List<UnitId> units, UnitId place, int sites, int reviews) {
        house.bean(SiteGenerator.class).generate(7, "BENCH", units, sites, reviews);
        for (var table : List.of("model_site", "model_site_word", "model_review", "model_kind")) {
            house.jdbc().sql("vacuum analyze " + table).update();
        }
        var kind = house.bean(ModelKinds.class).offered().get(0).id();
        var volume = String.format(Locale.ROOT, "%,d sites, %,d reviews", sites, sites * reviews);
        compare(officer, "The catalogue's page, " + volume, CatalogueFilter.everything(), "", NEWEST);
        compare(
                officer,
                "The same for one kind in one state",
                new CatalogueFilter("", kind, null, SiteState.ACTIVE, null, null, null),
                " and s.kind_id = ? and s.state = ?",
                NEWEST,
                kind.value(),
                SiteState.ACTIVE.name());
        compare(
                officer,
                "The same for one province",
                new CatalogueFilter("", null, place, null, null, null, null),
                " and s.unit_id in (select c.descendant_id from unit_closure c where c.ancestor_id = ?)",
                NEWEST,
                place.value());
        compare(
                officer,
                "The same for reviews whose day is over",
                new CatalogueFilter("", null, null, null, null, CatalogueFilter.Due.PAST, null),
                " and s.review_due < ?",
                " order by s.review_due, s.id limit 26",
                LocalDate.now());
        for (var words : List.of("khu", "1999", "tan huong", "qqq")) {
            compare(
                    officer,
                    "The same searched for \"" + words + "\"",
                    new CatalogueFilter(words, null, null, null, null, null, null),
                    withWords(words),
                    NEWEST,
                    Stream.of(words.split(" "))
                            .flatMap(word -> Stream.of(word, word + "zzzzzzzz"))
                            .toArray());
        }
        counts(officer, kind);
    }

    private void compare(
            Actor officer, String what, CatalogueFilter filter, String conditions, String order, Object... asked) {
        var medians = Timing.medians(
                ROUNDS, () -> catalogue.page(officer, filter), () -> bare(BARE + conditions + order, asked));
        findings.times(what, medians[0], "the bare indexed statement", medians[1], Goal.PAGE_AGAINST_BARE_SQL);
        var sent = house.databases().statementsOf(() -> catalogue.page(officer, filter));
        if (sent.size() != 1) {
            throw new IllegalStateException(what + " is " + sent.size() + " statements");
        }
        findings.show("Plan: " + what, house.plan(sent.get(0)));
    }

    private void counts(Actor officer, KindId kind) {
        var medians = Timing.medians(
                ROUNDS / 3,
                () -> catalogue.counts(officer, CatalogueFilter.everything()),
                () -> catalogue.counts(officer, new CatalogueFilter("", kind, null, null, null, null, null)));
        findings.times("The four counts of all sites", medians[0], "those of one kind", medians[1], Goal.NONE);
    }

    private static String withWords(String words) {
        return " and exists (select 1 from model_site_word w where w.site_id = s.id and w.word between ? and ?)"
                .repeat(words.split(" ").length);
    }

    /**
     * What a program without our rules would send: what is asked as parameters, as any program that takes it from people must, and its rows
     * read to the last column.
     */
    private void bare(String sql, Object... asked) {
        try (Connection connection = house.bean(DataSource.class).getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < asked.length; i++) {
                statement.setObject(i + 1, asked[i]);
            }
            var rows = statement.executeQuery();
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
