package vn.lantoa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.adoption.SpreadCurve;
import vn.lantoa.models.adoption.SpreadTree;
import vn.lantoa.organization.People;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
@ActiveProfiles({"test", "demo"})
class DemoModelsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ModelKinds kinds;

    @Autowired
    SpreadTree tree;

    @Autowired
    SpreadCurve curve;

    @Autowired
    People people;

    @Autowired
    Tasklist tasklist;

    @Autowired
    Clock clock;

    @Test
    void sites_stand_in_every_state_and_are_reviewed_over_time() {
        var states = words("select distinct state from model_site order by state");
        assertThat(states)
                .contains("DRAFT", "SUBMITTED", "REGISTERED", "UNDER_TRIAL", "PROPOSED", "APPRAISED", "ACTIVE")
                .contains("NEEDS_REPAIR", "REVIEW_OVERDUE", "SUSPENDED", "CLOSED", "LAPSED", "REVOKED")
                .contains("WITHDRAWN", "REJECTED");
        assertThat(words("select distinct cast(recognised_level as varchar(2)) from model_site"
                        + " where recognised_level is not null order by 1"))
                .containsExactly("1", "2", "3");
        assertThat(number("select count(*) from model_site")).isBetween(25L, 40L);
        assertThat(number("select count(distinct held_on) from model_review")).isGreaterThan(10);
        assertThat(number("select count(*) from model_kind_picture")).isEqualTo(2);
        assertThat(number("select count(distinct state) from safety_file")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_model_was_taken_over_three_deep_and_its_curve_rises() {
        var kind = kinds.offered().stream()
                .filter(one -> one.code().equals("boarding_house_group"))
                .findFirst()
                .orElseThrow();
        var grown = tree.of(people.actor("canbo.tld").orElseThrow(), kind.id());
        assertThat(grown.sites()).isGreaterThanOrEqualTo(8);
        assertThat(grown.firsts().get(0).taken().get(0).taken())
                .as("three deep")
                .isNotEmpty();
        var points = curve.of(kind.id());
        assertThat(points).hasSizeGreaterThan(3);
        assertThat(points.get(points.size() - 1).sites())
                .isGreaterThan(points.get(0).sites());
        assertThat(points.get(points.size() - 1).day()).isEqualTo(LocalDate.now(clock));
    }

    @Test
    void nobody_who_tries_it_finds_more_than_a_few_tasks_of_models() {
        for (var username : List.of(
                "canbo.ldld-48",
                "lanhdao.ldld-48",
                "canbo.tld",
                "lanhdao.tld",
                "canbo.cdp-48-haichau",
                "lanhdao.cdp-48-haichau",
                "canbo.cdcs-48-haichau-1",
                "lanhdao.cdcs-48-haichau-1")) {
            var actor = people.actor(username).orElseThrow();
            assertThat(tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                            .filter(task -> task.dossier().type().startsWith("model-")
                                    || task.dossier().type().startsWith("safety-")))
                    .as(username)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private List<String> words(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
