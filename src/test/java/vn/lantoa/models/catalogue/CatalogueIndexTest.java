package vn.lantoa.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.SiteGenerator;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.TreeGenerator;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.TestDatabase;

/** A page of the catalogue is one statement that reads sites through indexes, whatever is asked for; told by PostgreSQL's own plan. */
@IntegrationTest
class CatalogueIndexTest {

    @Autowired
    SiteGenerator sites;

    @Autowired
    TreeGenerator trees;

    @Autowired
    People people;

    @Autowired
    ModelKinds kinds;

    @Autowired
    SiteCatalogue catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Test
    void no_page_reads_the_sites_one_after_another() {
        var prefix = "CI" + Branch.grow(context).root;
        var tree = trees.generate(5, 400, prefix, Branch.HASH);
        sites.generate(5, prefix, tree.grassroots(), 4000, 2);
        var officer = people.actor("canbo." + (prefix + "-X0").toLowerCase(Locale.ROOT))
                .orElseThrow();
        assertThat(catalogue.page(officer, CatalogueFilter.everything()).items())
                .hasSize(25);
        assumeTrue(TestDatabase.postgres(), "H2 tells no plan");
        jdbc.sql("analyze").update();
        var kind = kinds.offered().get(0).id();
        var commune = tree.communes().get(0);
        for (var filter : new CatalogueFilter[] {
            CatalogueFilter.everything(),
            new CatalogueFilter("", kind, null, null, null, null, null),
            new CatalogueFilter("", null, null, SiteState.REVIEW_OVERDUE, null, null, null),
            new CatalogueFilter("", null, null, null, 2, null, null),
            new CatalogueFilter("", null, null, null, null, CatalogueFilter.Due.PAST, null),
            new CatalogueFilter("", null, commune, null, null, null, null),
            new CatalogueFilter("3999", null, null, null, null, null, null),
            new CatalogueFilter("khu nha", kind, commune, SiteState.ACTIVE, 2, null, null)
        }) {
            assertThat(plan(officer, filter)).as(filter.toString()).doesNotContain("Seq Scan on model_site ");
        }
    }

    private String plan(Actor actor, CatalogueFilter filter) {
        var question = new CatalogueSql(actor, filter, LocalDate.now(clock));
        return String.join(
                "\n",
                jdbc.sql("explain " + SiteCatalogue.statement(question, SiteCatalogue.PAGE))
                        .params(question.params())
                        .query(String.class)
                        .list());
    }
}
