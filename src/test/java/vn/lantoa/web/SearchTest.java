package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** One search over units, people and reports: with or without diacritics, only what one may see, whatever is typed. */
@IntegrationTest
class SearchTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Reports reports;

    @Autowired
    ApplicationContext context;

    Branch branch;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        var village = branch.unit("HB", "Công đoàn xã Hoà Thuận Quý", UnitKind.COMMUNE_UNION, branch.a);
        branch.appoint("canbo.hb-" + village, "Lò Thị Hòa", Post.OFFICER, village);
        reports.open(branch.officer(branch.a), village, ReportingPeriod.firstHalfOf(2026));
    }

    @Test
    void every_spelling_finds_the_same_in_groups() throws Exception {
        for (var words :
                new String[] {"hoa thuan", "hoà thuận", "hòa thuận", "HÒA  thuận", "hoa thuậ", "thuan hoa quy"}) {
            search(branch.officer(branch.a), words)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Công đoàn xã Hoà Thuận Quý</a>"),
                                    containsString("Báo cáo 6 tháng đầu năm 2026 – Công đoàn xã Hoà Thuận Quý</a>"))));
        }
        search(branch.officer(branch.a), "lo thi hoa").andExpect(content().string(containsString("Lò Thị Hòa</a>")));
        search(branch.officer(branch.a), "báo cáo 6 2026 quy")
                .andExpect(content().string(containsString("– Công đoàn xã Hoà Thuận Quý</a>")));
        search(branch.officer(branch.a), "báo cáo 2025 quy")
                .andExpect(content().string(not(containsString("– Công đoàn xã Hoà Thuận Quý</a>"))));
    }

    @Test
    void nobody_finds_what_is_not_to_be_seen() throws Exception {
        for (var other : new Actor[] {branch.officer(branch.b), branch.officer(branch.a1)}) {
            search(other, "hoa thuan quy").andExpect(content().string(containsString("Không tìm thấy")));
            search(other, "lo thi hoa").andExpect(content().string(not(containsString("Lò Thị Hòa"))));
        }
        mvc.perform(get("/search").param("q", "hoa").with(user(branch.nobody())))
                .andExpect(content().string(containsString("Không tìm thấy")));
        search(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), "hoa thuan quy")
                .andExpect(content().string(not(containsString("Báo cáo 6 tháng"))));
    }

    @Test
    void one_kind_is_paged() throws Exception {
        for (var i = 0; i < 30; i++) {
            branch.unit("P" + i, "Công đoàn xã Phân Trang " + i, UnitKind.COMMUNE_UNION, branch.a);
        }
        search(branch.officer(branch.a), "phan trang")
                .andExpect(content().string(containsString("/search?q=phan%20trang&amp;kind=units")));
        var first = mvc.perform(get("/search")
                        .param("q", "phan trang")
                        .param("kind", "units")
                        .with(user(branch.officer(branch.a).username())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(first).contains("Phân Trang 0", "Phân Trang 24<").doesNotContain("Phân Trang 25<");
        var next = first.replaceAll("(?s).*href=\"/search[^\"]*after=([^\"]+)\" rel=\"next\".*", "$1");
        mvc.perform(get("/search")
                        .param("q", "phan trang")
                        .param("kind", "units")
                        .param("after", next)
                        .with(user(branch.officer(branch.a).username())))
                .andExpect(content().string(containsString("Phân Trang 29<")));
    }

    @Test
    void anything_may_be_typed() throws Exception {
        for (var words : new String[] {
            "a".repeat(10_000),
            "hoa ".repeat(2_500),
            "%",
            "_",
            "%_%' or 1=1 --",
            "😀",
            "😀 hoa",
            "\\",
            "'",
            "\u0000",
            "<b>",
            ""
        }) {
            search(branch.officer(branch.a), words).andExpect(status().isOk());
        }
        search(branch.officer(branch.a), "%").andExpect(content().string(not(containsString("Hoà Thuận Quý"))));
        mvc.perform(get("/search")
                        .param("q", "hoa")
                        .param("kind", "khong-co")
                        .param("after", "~~")
                        .with(user(branch.officer(branch.a).username())))
                .andExpect(status().isOk());
    }

    private ResultActions search(Actor actor, String words) throws Exception {
        return mvc.perform(get("/search").param("q", words).with(user(actor.username())));
    }
}
