package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.reporting.ReportDesk.figures;
import static vn.lantoa.reporting.ReportDesk.value;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Coordinations;
import vn.lantoa.organization.Post;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** What stands beside the figures of a unit: its targets; and beside those of a province: the counts of units that coordinate with it. */
@IntegrationTest
class TargetsAndCoordinationTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Reports reports;

    @Autowired
    Coordinations coordinations;

    @Autowired
    Tasklist tasklist;

    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
    }

    @Test
    void a_leader_sets_targets_and_they_stand_in_the_form_and_the_list() throws Exception {
        var page = "/reports/targets/" + branch.a1;
        web.perform(as(
                        branch.leader(branch.a1),
                        post(page).param("year", "2026").param("target.D3", "1.5")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("1,5")));
        web.perform(as(
                        branch.leader(branch.a1),
                        post(page)
                                .param("year", "2026")
                                .param("target.D3", "80")
                                .param("target.B1", "1.000")
                                .param("target.B2", "0")
                                .param("target.G1.collective", "")))
                .andExpect(redirectedUrl(page + "?year=2026"));
        web.perform(as(branch.officer(branch.a), get(page + "?year=2026")))
                .andExpect(content().string(containsString("1.000")));
        var report = open();
        var schema = tasklist.view(
                        branch.officer(branch.a1),
                        desk.task(branch.officer(branch.a1), report, "DraftReport")
                                .id())
                .schema();
        assertThat(ReportOutlineTest.indicator(schema, "D3").path("target").asInt())
                .isEqualTo(80);
        assertThat(ReportOutlineTest.indicator(schema, "B2").path("target").asInt(-1))
                .isZero();
        assertThat(ReportOutlineTest.indicator(schema, "D4").has("target")).isFalse();

        desk.complete(
                branch.officer(branch.a1),
                report,
                "DraftReport",
                "submit",
                figures(Map.of("D3", value(80), "B1", Map.of("notStated", true), "B2", value(0))));

        web.perform(as(branch.officer(branch.a), get("/reports")))
                .andExpect(content().string(containsString("đạt 2/3 chỉ tiêu năm")));
    }

    @Test
    void a_share_of_nothing_and_of_what_is_not_stated_is_no_number() {
        var ten = java.math.BigDecimal.TEN;
        assertThat(Targets.percent(Figure.exactly(ten), java.math.BigDecimal.ZERO))
                .isEmpty();
        assertThat(Targets.percent(Figure.notStated(), ten)).isEmpty();
        assertThat(Targets.percent(Figure.exactly(new java.math.BigDecimal("7")), ten))
                .hasValueSatisfying(percent -> assertThat(percent).isEqualByComparingTo("70"));
    }

    @Test
    void a_province_reads_the_accepted_counts_of_a_unit_that_coordinates_with_it_and_nothing_else_of_it()
            throws Exception {
        coordinations.begin(
                branch.actor(Post.UNIT_ADMINISTRATOR, branch.a),
                branch.a1,
                branch.unit(branch.b).code(),
                LocalDate.now());
        var report = open();
        desk.complete(
                branch.officer(branch.a1),
                report,
                "DraftReport",
                "submit",
                Map.of("figures", Map.of("D3", value(4321)), "leadership", "Nội dung của riêng nhánh kia."));
        var province = branch.officer(branch.b);
        web.perform(as(province, get("/reports/coordination?period=2026-H1")))
                .andExpect(content().string(containsString("Công đoàn xã A1")))
                .andExpect(content().string(not(containsString("4.321"))));
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "approve", Map.of());
        desk.complete(branch.officer(branch.a), report, "AcceptReport", "accept", Map.of());

        web.perform(as(province, get("/reports/coordination?period=2026-H1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("4.321")))
                .andExpect(content().string(containsString("không cộng vào")))
                .andExpect(content().string(not(containsString("Nội dung của riêng"))))
                .andExpect(content().string(not(containsString("/dossiers/report/" + report))));
        web.perform(as(province, get("/dossiers/report/" + report))).andExpect(status().isNotFound());
        web.perform(as(province, get("/reports"))).andExpect(content().string(not(containsString("Công đoàn xã A1"))));
        web.perform(as(branch.officer(branch.a2), get("/reports/coordination?period=2026-H1")))
                .andExpect(content().string(not(containsString("4.321"))));
    }

    private ReportId open() {
        return ((ReportOutcome.Done)
                        reports.open(branch.officer(branch.a), branch.a1, ReportingPeriod.firstHalfOf(2026)))
                .report();
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(actor.username())).with(csrf());
    }
}
