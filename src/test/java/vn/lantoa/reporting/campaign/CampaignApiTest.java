package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.organization.Actor;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A campaign from its planning to its closing through {@code /api/v1} alone, as API.md fixes it. */
@IntegrationTest
class CampaignApiTest {

    private static final String ALL = "/api/v1/campaigns";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    CampaignWalk walk;
    Branch branch;
    Actor officer;

    @BeforeEach
    void inMay2027() {
        walk = new CampaignWalk(context);
        branch = walk.branch;
        officer = branch.officer(branch.root);
        walk.itIs(5, 20);
    }

    @AfterEach
    void everythingAgrees() {
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void from_planning_to_closing() throws Exception {
        var one = ALL + "/" + planned("{\"form\":\"unit-report\",\"period\":\"2027-H1\"}");
        ask(officer, one)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("PLANNED"))
                .andExpect(jsonPath("$.progress.total").value(0));
        act(officer, one + "/launch", "").andExpect(status().isAccepted());
        act(officer, one + "/launch", "").andExpect(status().isConflict());
        ask(officer, ALL)
                .andExpect(jsonPath("$.items[0].id").value(one.substring(ALL.length() + 1)))
                .andExpect(jsonPath("$.items[0].period").value("2027-H1"));
        context.getBean(CampaignOpening.class).workThrough();
        ask(officer, one)
                .andExpect(jsonPath("$.period").value("2027-H1"))
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.due").value("2027-06-19"))
                .andExpect(jsonPath("$.progress.done").value(8))
                .andExpect(jsonPath("$.progress.total").value(8))
                .andExpect(jsonPath("$.expected").value(7))
                .andExpect(jsonPath("$.received").value(0));

        walk.send(branch.a11);
        walk.send(branch.a12);
        walk.accept(branch.a1, branch.a11);
        var below = one + "/units?parent=" + branch.a1;
        ask(officer, below)
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.next").isEmpty())
                .andExpect(jsonPath("$.items[?(@.unit.id == '" + branch.a11 + "')].accepted")
                        .value(1))
                .andExpect(jsonPath("$.items[?(@.unit.id == '" + branch.a11 + "')].report.state")
                        .value("ACCEPTED"))
                .andExpect(jsonPath("$.items[?(@.unit.id == '" + branch.a12 + "')].report.timeliness")
                        .value("ON_TIME"))
                .andExpect(jsonPath("$.items[?(@.unit.id == '" + branch.a12 + "')].awaitingAcceptance")
                        .value(1))
                .andExpect(jsonPath("$.items[0].report.receivedAt", containsString("+07:00")));
        ask(officer, one + "/figures?unit=" + branch.a1)
                .andExpect(jsonPath("$.D3.value").value(3))
                .andExpect(jsonPath("$.D3.qualifier").value("exact"))
                .andExpect(jsonPath("$.D3.from").value(1))
                .andExpect(jsonPath("$.D3.of").value(2))
                .andExpect(jsonPath("$.D3.notStated").value(0))
                .andExpect(jsonPath("$.D16.value").value(1));
        ask(officer, one + "/figures/D3/lineage?unit=" + branch.a1)
                .andExpect(jsonPath("$.value").value(3))
                .andExpect(jsonPath("$.units[?(@.unit.id == '" + branch.a11 + "')].figure.value")
                        .value(3))
                .andExpect(jsonPath("$.units[?(@.unit.id == '" + branch.a11 + "')].approvedBy")
                        .value(hasItem(branch.leader(branch.a11).name())))
                .andExpect(jsonPath("$.units[?(@.unit.id == '" + branch.a12 + "')].part")
                        .value("AWAITING"));
        ask(officer, one + "/figures/D3/lineage?unit=" + branch.b)
                .andExpect(jsonPath("$.value").isEmpty())
                .andExpect(jsonPath("$.from").value(0));
        ask(officer, one + "/figures/X9/lineage?unit=" + branch.a1).andExpect(status().isNotFound());

        walk.itIs(6, 22);
        ask(officer, one)
                .andExpect(jsonPath("$.missing").value(5))
                .andExpect(jsonPath("$.onTime").value(2));
        act(officer, one + "/reminders", "{\"unit\":\"" + branch.b + "\"}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.notified").value(1));
        act(officer, one + "/closing", "{\"reason\":\"Đã đôn đốc\"}").andExpect(status().isForbidden());
        var leader = branch.leader(branch.root);
        act(leader, one + "/closing", "{}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("reason"));
        act(leader, one + "/closing", "{\"reason\":\"Đã đôn đốc ba lần\"}").andExpect(status().isNoContent());
        act(leader, one + "/closing", "{\"reason\":\"Lần nữa\"}").andExpect(status().isConflict());
        ask(leader, one).andExpect(jsonPath("$.state").value("CLOSED"));
    }

    @Test
    void bad_input_is_said_at_its_field_and_each_sees_its_own() throws Exception {
        act(officer, ALL, "{\"form\":\"lottery\",\"period\":\"2027-H1\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("form"));
        act(officer, ALL, "{\"period\":\"2027-H3\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("period"));
        act(officer, ALL, "{\"period\":{\"type\":\"span\",\"from\":\"2027-09-01\",\"to\":\"2027-01-01\"}}")
                .andExpect(status().isUnprocessableEntity());
        var code = branch.unit(branch.a).code();
        var ours = "{\"period\":\"2027-H1\",\"root\":\"" + code + "\"}";
        act(branch.officer(branch.a), ALL, ours).andExpect(status().isForbidden());
        act(branch.officer(branch.b), ALL, ours).andExpect(status().isNotFound());
        var one = ALL + "/" + planned(ours);
        act(officer, ALL, ours).andExpect(status().isConflict());
        ask(branch.officer(branch.b), one).andExpect(status().isNotFound());
        assertThat(walk.campaigns.open(officer, branch.a, CampaignWalk.PERIOD))
                .as("what was planned is launched by the page, and by its season")
                .isInstanceOf(CampaignOutcome.Done.class);
        context.getBean(CampaignOpening.class).workThrough();
        ask(branch.officer(branch.a11), one)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unit.id").value(branch.a11.toString()))
                .andExpect(jsonPath("$.expected").value(0));
        ask(branch.officer(branch.a11), one + "/units").andExpect(status().isNotFound());
    }

    @Test
    void launched_twice_at_the_same_moment_it_is_launched_once() throws Exception {
        var launch = ALL + "/" + planned("{\"period\":\"2027-H1\"}") + "/launch";
        var nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> node =
                    () -> act(officer, launch, "").andReturn().getResponse().getStatus();
            var answers = nodes.invokeAll(List.of(node, node));
            assertThat(answers).extracting(done -> done.get()).containsExactlyInAnyOrder(202, 409);
        } finally {
            nodes.shutdown();
        }
        context.getBean(CampaignOpening.class).workThrough();
    }

    private String planned(String body) throws Exception {
        var answer = act(officer, ALL, body).andExpect(status().isCreated()).andReturn();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }

    private ResultActions ask(Actor actor, String address) throws Exception {
        return web.perform(get(address).with(user(actor.username())));
    }

    private ResultActions act(Actor actor, String address, String body) throws Exception {
        return web.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user(actor.username())));
    }
}
