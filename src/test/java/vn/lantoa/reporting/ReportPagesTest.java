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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The page "Báo cáo", the acts of the dossier page, and what a report shows of itself there. */
@IntegrationTest
class ReportPagesTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Reports reports;

    @Autowired
    UnitReportDossiers dossiers;

    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
    }

    @Test
    void a_report_is_opened_on_the_page_and_stands_in_the_list_of_the_branch() throws Exception {
        var officer = branch.officer(branch.a);

        web.perform(as(
                        officer,
                        post("/reports").param("unit", branch.a1.toString()).param("period", "2026-H1")))
                .andExpect(redirectedUrlPattern("/dossiers/report/*"));

        web.perform(as(officer, get("/reports").param("state", "DRAFTING").param("period", "2026-H1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Công đoàn xã A1")))
                .andExpect(content().string(containsString("6 tháng đầu năm 2026")));
        web.perform(as(branch.officer(branch.b), get("/reports")))
                .andExpect(content().string(not(containsString("Công đoàn xã A1"))));
        web.perform(as(officer, get("/reports").param("timeliness", "LATE")))
                .andExpect(content().string(containsString("Chưa có báo cáo")));
    }

    @Test
    void opening_twice_says_so_and_stays_on_the_page() throws Exception {
        open();

        web.perform(as(
                        branch.officer(branch.a),
                        post("/reports").param("unit", branch.a1.toString()).param("period", "2026-H1")))
                .andExpect(redirectedUrl("/reports"));
    }

    @Test
    void a_span_is_opened_with_its_two_days() throws Exception {
        web.perform(as(
                        branch.officer(branch.a),
                        post("/reports")
                                .param("unit", branch.a1.toString())
                                .param("period", "span")
                                .param("from", "2017-01-01")
                                .param("to", "2018-06-30")))
                .andExpect(redirectedUrlPattern("/dossiers/report/*"));
    }

    @Test
    void the_dossier_page_shows_the_acts_of_each_and_they_lead_back_to_it() throws Exception {
        var report = open();
        var until = LocalDate.now().plusDays(40).toString();

        assertThat(actsOf(branch.leader(branch.a), report)).containsExactly("/reports/" + report + "/extension");
        assertThat(actsOf(branch.officer(branch.a), report)).containsExactly("/reports/" + report + "/entry");
        assertThat(actsOf(branch.officer(branch.a1), report)).isEmpty();
        web.perform(as(
                        branch.leader(branch.a),
                        post("/reports/" + report + "/extension")
                                .param("until", until)
                                .param("reason", "Bão số 2")))
                .andExpect(redirectedUrl("/dossiers/report/" + report));
        web.perform(as(branch.leader(branch.a), get("/dossiers/report/" + report)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Báo cáo 6 tháng đầu năm 2026 – Công đoàn xã A1")))
                .andExpect(content().string(containsString("Bão số 2")));
    }

    @Test
    void a_returned_report_reads_in_time_and_being_completed() {
        var report = open(ReportingPeriod.span(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30)));
        desk.complete(branch.officer(branch.a1), report, "DraftReport", "nil", Map.of());
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "approve", Map.of());
        assertThat(facts(report)).contains("nộp đúng hạn");

        desk.complete(branch.officer(branch.a), report, "AcceptReport", "return", Map.of("reason", "Bổ sung"));

        assertThat(facts(report)).contains("nộp đúng hạn, đang bổ sung");
    }

    @Test
    void who_holds_both_posts_alone_may_approve_at_the_grassroots_and_nowhere_above() {
        var small = branch.unit("A13", "CĐCS nhỏ", UnitKind.GRASSROOTS_UNION, branch.a1);
        var commune = branch.unit("A3", "Công đoàn xã A3", UnitKind.COMMUNE_UNION, branch.a);
        for (var unit : new vn.lantoa.organization.UnitId[] {small, commune}) {
            var name = "motnguoi." + branch.unit(unit).code().toLowerCase(Locale.ROOT);
            branch.appoint(name, "Trần Một Người", Post.OFFICER, unit);
        }

        assertThat(waived(small, branch.a1))
                .as("an officer and no leader: one holder")
                .isTrue();
        assertThat(waived(commune, branch.a)).isFalse();
        assertThat(waived(branch.a11, branch.a1)).as("two holders").isFalse();
    }

    private boolean waived(vn.lantoa.organization.UnitId unit, vn.lantoa.organization.UnitId superior) {
        var opened =
                (ReportOutcome.Done) reports.open(branch.officer(superior), unit, ReportingPeriod.firstHalfOf(2026));
        var dossier = dossiers.find(opened.report().toString()).orElseThrow();
        return dossiers.fourEyesWaived(dossier, UnitReport.APPROVE);
    }

    private java.util.List<String> actsOf(Actor actor, ReportId report) {
        return dossiers.acts(dossiers.find(report.toString()).orElseThrow(), actor).stream()
                .map(act -> act.path())
                .toList();
    }

    private java.util.List<String> facts(ReportId report) {
        return dossiers.facts(dossiers.find(report.toString()).orElseThrow(), VIETNAMESE).stream()
                .map(fact -> fact.value())
                .toList();
    }

    private ReportId open() {
        return open(ReportingPeriod.firstHalfOf(2026));
    }

    private ReportId open(ReportingPeriod period) {
        return ((ReportOutcome.Done) reports.open(branch.officer(branch.a), branch.a1, period)).report();
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(actor.username())).with(csrf());
    }
}
