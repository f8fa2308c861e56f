package vn.lantoa.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** The pages of a campaign, as the officer of the Confederation and one of a commune see them. */
@IntegrationTest
class CampaignPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    CampaignWalk walk;
    Actor officer;

    @BeforeEach
    void grow() {
        walk = new CampaignWalk(context);
        officer = walk.branch.officer(walk.branch.root);
        walk.itIs(5, 20);
    }

    @AfterEach
    void now() {
        walk.itIsNow();
    }

    @Test
    void from_opening_by_hand_to_reminding_exactly_the_late_ones() throws Exception {
        web.perform(post("/reports/campaigns")
                        .param("unit", walk.branch.root.toString())
                        .param("period", "2027-H1")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var id = campaign();
        context.getBean(CampaignOpening.class).workThrough();
        var page = "/reports/campaigns/" + id + "/units/" + walk.branch.root;
        web.perform(get("/reports/campaigns/" + id).with(user(officer.username())))
                .andExpect(redirectedUrl(page));
        walk.send(walk.branch.a1);

        web.perform(get(page).with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1/")))
                .andExpect(content()
                        .string(containsString(walk.branch.unit(walk.branch.a).name())));
        var below = "/reports/campaigns/" + id + "/units/" + walk.branch.a;
        urge(below).andExpect(flash().attribute("toast", containsString("Không gửi thêm")));

        walk.itIs(6, 15);
        web.perform(get(below + "/owing").with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                row(walk.branch.unit(walk.branch.a2).name()))))
                .andExpect(content()
                        .string(not(containsString(
                                row(walk.branch.unit(walk.branch.a1).name())))))
                .andExpect(content().string(containsString("Chép lời nhắc")));
        urge(below).andExpect(flash().attribute("toast", containsString("Đã đôn đốc")));
        assertThat(walk.told(walk.branch.officer(walk.branch.a2))).contains("campaign.urged");
        assertThat(walk.told(walk.branch.officer(walk.branch.a1))).doesNotContain("campaign.urged");
        assertThat(walk.told(walk.branch.officer(walk.branch.b))).doesNotContain("campaign.urged");
        urge(below).andExpect(flash().attribute("toast", containsString("Không gửi thêm")));

        for (var file : new String[] {page + "/rates.xlsx", below + "/owing.xlsx"}) {
            web.perform(get(file).with(user(officer.username()))).andExpect(status().isOk());
        }
    }

    @Test
    void the_leader_closes_it_from_its_page_and_gaps_need_a_reason() throws Exception {
        var page = "/reports/campaigns/" + walk.opened();
        var leader = user(walk.branch.leader(walk.branch.root).username());
        web.perform(get(page + "/units/" + walk.branch.root).with(leader))
                .andExpect(content().string(containsString(page + "/closing")))
                .andExpect(content().string(containsString("14/06/2027: mốc chốt số liệu")));
        web.perform(get(page + "/units/" + walk.branch.root).with(user(officer.username())))
                .andExpect(content().string(not(containsString("/closing"))));
        web.perform(get(page + "/closing").with(user(officer.username()))).andExpect(status().isForbidden());
        web.perform(get(page + "/closing").with(leader))
                .andExpect(content().string(containsString("Còn 7 đơn vị chưa gửi báo cáo")));
        web.perform(post(page + "/closing").param("reason", " ").with(leader).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("phải ghi lý do")));
        web.perform(post(page + "/closing")
                        .param("reason", "Đã đôn đốc")
                        .with(leader)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(post(page + "/closing")
                        .param("reason", "Lần nữa")
                        .with(leader)
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Đợt báo cáo đã chốt")));
    }

    @Test
    void a_wrong_period_and_one_opened_twice_are_said_where_it_was_asked() throws Exception {
        walk.open();
        for (var period : new String[] {"2027-H1", "nửa năm"}) {
            web.perform(post("/reports/campaigns")
                            .param("unit", walk.branch.root.toString())
                            .param("period", period)
                            .with(user(officer.username()))
                            .with(csrf()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("notice--error")));
        }
    }

    private org.springframework.test.web.servlet.ResultActions urge(String page) throws Exception {
        return web.perform(post(page + "/urging").with(user(officer.username())).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private static String row(String unit) {
        return "<th scope=\"row\">" + unit + "</th>";
    }

    private CampaignId campaign() {
        return walk.campaigns.asking(officer, walk.branch.root).get(0).id();
    }
}
