package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.rulebook.Rulebook;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Where people begin: the one card, the administrator's list, the help. */
@IntegrationTest
class StartPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reports reports;

    @Autowired
    Rulebook rulebook;

    @Autowired
    SetupSteps setup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Branch branch;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
    }

    @Test
    void after_a_one_time_password_comes_one_card_with_the_first_task() {
        var officer = branch.username(Post.OFFICER, branch.a11);
        var year = LocalDate.now(clock).getYear();
        reports.open(branch.officer(branch.a1), branch.a11, ReportingPeriod.firstHalfOf(year));
        jdbc.sql("update account set must_change = true where person_id = ?")
                .param(branch.officer(branch.a11).id().value())
                .update();
        var changed = answer(
                post("/account/password")
                        .param("current", Branch.PASSWORD)
                        .param("password", "mot cau tieng Viet de nho")
                        .param("repeated", "mot cau tieng Viet de nho"),
                officer);
        assertThat(changed.getRedirectedUrl()).isEqualTo("/welcome");
        assertThat(page("/welcome", officer))
                .contains("Chào đồng chí", "Cán bộ", "CĐCS Công ty May A11", "Xin báo quản trị đơn vị")
                .contains("Báo cáo 6 tháng đầu năm " + year, "hạn 0", "Bắt đầu", "/practice", "/help")
                .doesNotContain("/setup");
        assertThat(page("/welcome", branch.nobody())).contains("Chào đồng chí").doesNotContain("Bắt đầu</a>");
    }

    @Test
    void the_list_of_a_new_installation_ticks_itself_from_facts() {
        var administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        rulebook.confirm(branch.actor(Post.ADMINISTRATOR, branch.root), "deadlines");
        assertThat(page("/setup", administrator))
                .contains("Đơn vị", "Cán bộ", "Hạn nộp", "Sao lưu", "Chạy đợt báo cáo thử");
        assertThat(page("/tasks", administrator)).contains("Chuẩn bị đưa vào sử dụng: còn");
        assertThat(done(branch.actor(Post.ADMINISTRATOR, branch.root)))
                .contains("units", "people", "deadlines")
                .doesNotContain("backup");
        var empty = branch.unit("N", "LĐLĐ tỉnh mới N", UnitKind.PROVINCIAL_FEDERATION, branch.root);
        var newcomer = branch.appoint("quantri-don-vi.moi-" + empty, "Nguyễn Mới", Post.UNIT_ADMINISTRATOR, empty);
        assertThat(done(newcomer)).isEmpty();
        branch.unit("N1", "Công đoàn xã N1", UnitKind.COMMUNE_UNION, empty);
        assertThat(done(newcomer)).containsExactly("units");
        branch.appoint("canbo.moi-" + empty, "Nguyễn Cán", Post.OFFICER, empty);
        assertThat(done(newcomer)).containsExactly("units");
        branch.appoint("lanhdao.moi-" + empty, "Nguyễn Lãnh", Post.LEADER, empty);
        assertThat(done(newcomer)).containsExactly("units", "people");
        assertThat(page("/tasks", branch.username(Post.OFFICER, branch.a11))).doesNotContain("/setup");
    }

    @Test
    void every_topic_of_the_help_has_its_page_in_both_languages() {
        var officer = branch.username(Post.OFFICER, branch.a11);
        var list = page("/help", officer);
        for (var topics : List.of(HelpController.FOR_EVERYBODY, HelpController.FOR_ADMINISTRATORS)) {
            for (var topic : topics) {
                assertThat(list).contains("/help/" + topic);
                assertThat(page("/help/" + topic, officer))
                        .as(topic)
                        .containsPattern("(?s)<article.*<p>\\S.*</article>");
            }
        }
        assertThat(page("/help/report", officer))
                .contains("Lập báo cáo", "/pictures/report-draft-phone.png", "loading=\"lazy\"");
        assertThat(page("/help/awards", officer))
                .contains("Cán bộ đơn vị đề nghị", "Cán bộ cấp xét", "Lãnh đạo", "Thành viên Hội đồng", "Văn thư")
                .contains("Ghi nhận rút lại sự đồng ý", "href=\"/awards/slates\"", "href=\"/verify\"");
        assertThat(page("/awards/data-requests", officer)).contains("href=\"/help/awards\"");
        assertThat(page("/rules", officer)).contains("href=\"/help/rules\"");
        assertThat(answer(get("/help/nothing"), officer).getStatus()).isEqualTo(404);
        jdbc.sql("update account set locale = 'en' where person_id = ?")
                .param(branch.officer(branch.a11).id().value())
                .update();
        for (var topic : HelpController.FOR_EVERYBODY) {
            assertThat(page("/help/" + topic, officer))
                    .contains("lang=\"en\"")
                    .containsPattern("(?s)<article.*<p>\\S.*</article>");
        }
    }

    private List<String> done(vn.lantoa.organization.Actor actor) {
        return setup.of(actor).stream()
                .filter(SetupSteps.Line::done)
                .map(SetupSteps.Line::code)
                .toList();
    }

    private String page(String path, String username) {
        var answer = answer(get(path), username);
        try {
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String username) {
        try {
            return mvc.perform(request.with(user(username)).with(csrf()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
