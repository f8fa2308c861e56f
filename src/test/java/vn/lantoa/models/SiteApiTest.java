package vn.lantoa.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Sites, claims and measures over the API and on their pages. */
@IntegrationTest
class SiteApiTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    SiteWalk walk;
    Branch branch;
    KindId kind;

    @BeforeEach
    void aKind() {
        walk = new SiteWalk(context);
        branch = walk.branch;
        kind = walk.kind("Tổ tự quản qua API");
    }

    @AfterEach
    void today() {
        walk.now();
    }

    @Test
    void a_site_is_begun_and_read_as_a_dossier() throws Exception {
        var code = branch.unit(branch.a11).code();
        send("", branch.a11, body("999999999", "40", code))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("kind"));
        var begun = send("", branch.a11, body(kind.toString(), "40", code)).andExpect(status().isCreated());
        var id = begun.andReturn().getResponse().getContentAsString().replaceAll("\\D", "");
        send("", branch.a11, body(kind.toString(), "1", code))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].key").value("members"));
        ask("/api/v1/dossiers/model-site/" + id, branch.a11)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.open", hasSize(1)));
        ask("/api/v1/model-sites/" + id, branch.a1)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.groups.amount").value(2))
                .andExpect(jsonPath("$.members.qualifier").value("more_than"));
        ask("/api/v1/model-sites/" + id, branch.b1).andExpect(status().isNotFound());
        send("/" + id + "/withdrawal", branch.a11, "{\"reason\":\"Xin rút\"}").andExpect(status().isNoContent());
        send("/" + id + "/withdrawal", branch.a11, "{\"reason\":\"Xin rút\"}").andExpect(status().isConflict());
    }

    @Test
    void claims_stand_side_by_side_and_one_is_chosen() throws Exception {
        var id = walk.active(branch.a11, kind, "Tổ hai ngày thành lập");
        var founded = context.getBean(Claims.class).foundedOn(id).orElseThrow();
        var earlier = founded.minusYears(2);
        send("/" + id + "/claims", branch.a1, claim(earlier.toString(), ""))
                .andExpect(status().isUnprocessableEntity());
        send("/" + id + "/claims", branch.a1, claim(earlier.toString(), "Trang thông tin của xã"))
                .andExpect(status().isCreated());
        var claims = context.getBean(Claims.class).of(id);
        assertThat(claims).hasSize(2).allMatch(Claims.Claim::conflict);
        assertThat(context.getBean(Claims.class).foundedOn(id)).contains(founded);
        ask("/api/v1/model-sites/" + id, branch.b1)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.claims", hasSize(2)))
                .andExpect(jsonPath("$.claims[1].chosen").value(false))
                .andExpect(jsonPath("$.recognitions", hasSize(1)));
        page("/dossiers/model-site/" + id).andExpect(content().string(containsString("không thống nhất")));
        page("/models/sites/" + id + "/record")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Trang thông tin của xã")));
        mvc.perform(post("/models/sites/" + id + "/claims/" + claims.get(1).id() + "/choice")
                        .with(csrf())
                        .with(user(branch.username(Post.OFFICER, branch.a1))))
                .andExpect(redirectedUrlPattern("/models/sites/*/record"));
        assertThat(context.getBean(Claims.class).foundedOn(id)).contains(earlier);
        assertThat(context.getBean(Claims.class).of(id)).hasSize(2);
    }

    @Test
    void a_founding_day_after_a_review_cannot_be_chosen() throws Exception {
        var id = walk.active(branch.a11, kind, "Tổ đã rà soát");
        walk.go(walk.site(id).reviewDue());
        walk.morning();
        walk.complete(branch.officer(branch.a11), id, Words.REVIEW_STEP, "record", walk.review(walk.today(), 2, 40, 0));
        walk.go(walk.today().plusDays(5));
        send("/" + id + "/claims", branch.a1, claim(walk.today().minusDays(1).toString(), "Báo cáo số 3"))
                .andExpect(status().isCreated());
        var late = context.getBean(Claims.class).of(id).get(1).id();
        send("/" + id + "/claims/" + late + "/choice", branch.a1, "{}").andExpect(status().isConflict());
    }

    @Test
    void a_measure_is_proposed_on_its_page_and_found_by_its_words() throws Exception {
        var id = walk.active(branch.a11, kind, "Tổ Đường Lối Mới");
        page("/models/sites/" + id + "/measures")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thu hồi công nhận")));
        var posted = mvc.perform(post("/models/sites/" + id + "/measures")
                .with(csrf())
                .with(user(branch.username(Post.OFFICER, branch.a1)))
                .param("measure", "CLOSE")
                .param("reasonCode", "AIM_REACHED")
                .param("reason", ""));
        posted.andExpect(status().isUnprocessableEntity());
        send(
                        "/" + id + "/measures",
                        branch.a1,
                        "{\"measure\":\"CLOSE\",\"reasonCode\":\"AIM_REACHED\",\"reason\":\"Xong\"}")
                .andExpect(status().isNoContent());
        assertThat(walk.isOpen(walk.superiorLeader(id), id, Words.MEASURE_STEP)).isTrue();
        page("/search?q=duong+loi").andExpect(content().string(containsString("/dossiers/model-site/" + id)));
        page("/models/sites")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tổ Đường Lối Mới")));
        ask("/api/v1/model-sites/counts", branch.a1)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.alive.sites").value(1));
    }

    private String body(String kind, String members, String unit) {
        return "{\"unit\":\"" + unit + "\",\"kind\":\"" + kind
                + "\",\"name\":\"Tổ API\",\"place\":\"Khu phố 1\",\"groups\":2," + "\"members\":" + members
                + ",\"membersQualifier\":\"more_than\"}";
    }

    private static String claim(String day, String source) {
        return "{\"fact\":\"FOUNDED_ON\",\"day\":\"" + day + "\",\"source\":\"" + source + "\"}";
    }

    private ResultActions page(String address) throws Exception {
        return mvc.perform(get(address).with(user(branch.username(Post.OFFICER, branch.a1))));
    }

    private ResultActions send(String address, UnitId unit, String body) throws Exception {
        return mvc.perform(post("/api/v1/model-sites" + address)
                .with(user(branch.username(Post.OFFICER, unit)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions ask(String address, UnitId unit) throws Exception {
        return mvc.perform(get(address).with(user(branch.username(Post.OFFICER, unit))));
    }
}
