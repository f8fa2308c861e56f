package vn.lantoa.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;

import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.TestDatabase;

/** A page open on this node hears of what another node changed (PostgreSQL; an H2 file has one node). */
@IntegrationTest
class OtherNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOLD = "event:tasks";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext context;

    private Branch branch;
    private LivePages elsewhere;

    @BeforeEach
    void anotherNode() {
        assumeTrue(TestDatabase.postgres());
        branch = Branch.grow(context);
        elsewhere = new LivePages(new OtherNodes(source, jdbc));
        elsewhere.start();
        await().atMost(PATIENCE).until(() -> listeners() >= 2);
    }

    @AfterEach
    void itLeaves() {
        if (elsewhere != null) {
            elsewhere.stop();
        }
    }

    @Test
    void a_page_hears_what_another_node_changed_after_its_commit_and_a_stranger_does_not() throws Exception {
        var mine = page(branch.officer(branch.a1));
        var foreign = page(branch.officer(branch.b1));
        transaction.executeWithoutResult(status -> {
            elsewhere.changed(Shown.TASKS, Audience.acting(Post.OFFICER, branch.a1, "bao-cao"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> elsewhere.changed(
                Shown.NOTICES, Audience.people(Set.of(branch.officer(branch.a1).id()))));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(mine)).contains("event:notices"));
        assertThat(heard(mine)).as("what was rolled back").doesNotContain(TOLD);
        elsewhere.changed(Shown.TASKS, Audience.acting(Post.OFFICER, branch.a1, "bao-cao"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(mine)).contains(TOLD));
        assertThat(heard(foreign)).doesNotContain("event:");
    }

    @Test
    void a_line_that_was_cut_is_taken_up_again_and_every_page_looks_anew() throws Exception {
        var mine = page(branch.officer(branch.a1));
        jdbc.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'lantoa_pages'")
                .query(Long.class)
                .single();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(mine)).contains(TOLD, "event:notices"));
    }

    @Test
    void a_crowd_is_told_as_everybody_because_a_line_between_nodes_is_short() throws Exception {
        var crowd =
                LongStream.range(1_000_000, 1_005_000).mapToObj(PersonId::of).toList();
        var mine = page(branch.officer(branch.a1));
        elsewhere.changed(Shown.NOTICES, Audience.people(crowd));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(mine)).contains("event:notices"));
    }

    private MvcResult page(Actor actor) throws Exception {
        return mvc.perform(get("/events").with(user(actor.username())))
                .andExpect(request().asyncStarted())
                .andReturn();
    }

    private static String heard(MvcResult page) throws Exception {
        return page.getResponse().getContentAsString();
    }

    private long listeners() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'lantoa_pages'")
                .query(Long.class)
                .single();
    }
}
