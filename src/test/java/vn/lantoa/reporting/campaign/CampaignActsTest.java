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

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.testing.IntegrationTest;

/** What officers and leaders do for a branch at once, through the pages. */
@IntegrationTest
class CampaignActsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Timeline timeline;

    CampaignWalk walk;
    CampaignId campaign;

    @BeforeEach
    void open() {
        walk = new CampaignWalk(context);
        walk.itIs(5, 20);
        campaign = walk.opened();
    }

    @AfterEach
    void now() {
        walk.itIsNow();
    }

    @Test
    void what_has_no_warning_is_accepted_in_one_act_and_the_rest_stands_first_in_words() throws Exception {
        var officer = walk.branch.officer(walk.branch.a1);
        var page = of(walk.branch.a1) + "/acceptances";
        walk.send(walk.branch.a11);
        send(walk.branch.a12, Map.of("value", 3, "reason", "Sáp nhập hai tổ"));

        ask(officer, of(walk.branch.a1)).andExpect(content().string(containsString(page)));
        ask(officer, page)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 báo cáo có cảnh báo")))
                .andExpect(content().string(containsString("Lý do: Sáp nhập hai tổ")))
                .andExpect(content().string(containsString("/dossiers/report/" + walk.report(walk.branch.a12))))
                .andExpect(content().string(containsString("Tiếp nhận các báo cáo không có cảnh báo (1)")));

        var both = post(page)
                .param(
                        "report",
                        walk.report(walk.branch.a11).toString(),
                        walk.report(walk.branch.a12).toString());
        act(officer, both.param("count", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("có 2 báo cáo")));
        assertThat(state(walk.branch.a11)).isEqualTo("SENT");
        act(
                        officer,
                        post(page)
                                .param("count", "2")
                                .param(
                                        "report",
                                        walk.report(walk.branch.a11).toString(),
                                        walk.report(walk.branch.a12).toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã tiếp nhận.")))
                .andExpect(content().string(containsString("Chưa tiếp nhận:")));
        assertThat(state(walk.branch.a11)).isEqualTo("ACCEPTED");
        assertThat(state(walk.branch.a12)).isEqualTo("SENT");
        assertThat(jdbc.sql("select count(*) from report_submission where report_id = ? and step = 'AcceptReport'")
                        .param(walk.report(walk.branch.a11).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_stock_that_fell_below_the_last_report_is_a_warning_without_a_reason_too() throws Exception {
        jdbc.sql(
                        """
                        insert into report (unit_id, period, period_from, period_to, parent_id, level_no, path, list_id, state,
                        draft_state, revision, due, on_day_off, days_late, entered_by_superior, opened_at, first_sent_at, timeliness)
                        select unit_id, '2026-Y', date '2025-12-15', date '2026-12-14', parent_id, level_no, path, list_id, 'ACCEPTED',
                        'DRAFTING', 1, date '2026-12-10', 'STRICT', 0, false, opened_at, opened_at, 'ON_TIME' from report where id = ?""")
                .param(walk.report(walk.branch.a11).value())
                .update();
        jdbc.sql(
                        "insert into report_revision (report_id, revision, cause, made_by, made_at)"
                                + " select id, 1, 'SUBMITTED', ?, opened_at from report where unit_id = ? and period = '2026-Y'")
                .params(walk.branch.officer(walk.branch.a11).id().value(), walk.branch.a11.value())
                .update();
        jdbc.sql(
                        """
                        insert into report_value (report_id, revision, code, dimension, statement, amount, qualifier, corrected, entered_by)
                        select id, 1, 'D3', '', 'STATED', 71, 'EXACT', false, ? from report where unit_id = ? and period = '2026-Y'""")
                .params(walk.branch.officer(walk.branch.a11).id().value(), walk.branch.a11.value())
                .update();
        send(walk.branch.a11, Map.of("value", 40, "reason", "Giải thể tổ không hoạt động"));
        jdbc.sql("update report_value set reason = null where report_id = ?")
                .param(walk.report(walk.branch.a11).value())
                .update();

        ask(walk.branch.officer(walk.branch.a1), of(walk.branch.a1) + "/acceptances")
                .andExpect(content().string(containsString("40, giảm hơn 20% so với lần trước (71).")))
                .andExpect(content().string(not(containsString("name=\"count\""))));

        ask(walk.branch.officer(walk.branch.a1), of(walk.branch.a1) + "/trend")
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Biểu đồ cột 2 kỳ báo cáo. Kỳ gần nhất, 6 tháng đầu năm 2027: 50% đã gửi, 50% đúng hạn")))
                .andExpect(content().string(containsString("1 (100%)")))
                .andExpect(content().string(containsString("1 (50%)")))
                .andExpect(content().string(containsString("height=\"120\"")));
    }

    @Test
    void more_time_for_a_branch_reaches_what_was_not_sent_below_and_says_so_once() throws Exception {
        walk.send(walk.branch.a11);
        walk.itIs(6, 1);
        var leader = walk.branch.leader(walk.branch.a);
        var page = of(walk.branch.a1) + "/extension";
        ask(leader, of(walk.branch.a1)).andExpect(content().string(containsString(page)));
        ask(leader, page)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(walk.branch.unit(walk.branch.a).name())));

        extend(leader, "2027-05-31", "Lũ", "Công văn 1")
                .andExpect(content().string(containsString("từ hôm nay trở đi")));
        extend(leader, "2027-08-31", "Lũ", "Công văn 1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("sau hạn nộp của cấp trên")));
        var until = due(walk.branch.a);
        extend(leader, until.toString(), " ", "Công văn 1")
                .andExpect(content().string(containsString("Cần ghi lý do")));
        extend(leader, until.toString(), "Lũ", "").andExpect(content().string(containsString("Cần ghi văn bản")));
        assertThat(extended(walk.branch.a12)).isNull();

        extend(leader, until.toString(), "Lũ quét", "Công văn 12/LĐLĐ ngày 31/5/2027")
                .andExpect(redirectedUrl(of(walk.branch.a1)))
                .andExpect(flash().attribute("toast", containsString("Đã gia hạn 2 báo cáo")));
        assertThat(extended(walk.branch.a1)).isEqualTo(until);
        assertThat(extended(walk.branch.a12)).isEqualTo(until);
        assertThat(extended(walk.branch.a11)).isNull();
        assertThat(extended(walk.branch.a2)).isNull();
        assertThat(timeline.of(walk.report(walk.branch.a12).dossier()))
                .filteredOn(entry -> entry.sentence().equals("timeline.report.extended-branch"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.note()).contains("Lũ quét", "Công văn 12/LĐLĐ"));
        assertThat(walk.told(walk.branch.officer(walk.branch.a12))).contains("campaign.extended");
        assertThat(walk.told(walk.branch.leader(walk.branch.a1))).contains("campaign.extended");
        assertThat(walk.told(walk.branch.officer(walk.branch.a2))).doesNotContain("campaign.extended");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'campaign.extended' and unit_id = ?")
                        .param(walk.branch.a1.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        extend(leader, until.toString(), "Lũ quét", "Công văn 12/LĐLĐ")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Không có báo cáo nào được lùi hạn")));
    }

    private void send(UnitId unit, Map<String, Object> figure) {
        walk.desk.complete(
                walk.branch.officer(unit),
                walk.report(unit),
                "DraftReport",
                "submit",
                ReportDesk.figures(Map.of("D3", figure)));
        walk.desk.complete(walk.branch.leader(unit), walk.report(unit), "ApproveReport", "approve", Map.of());
    }

    private ResultActions extend(Actor leader, String until, String reason, String document) throws Exception {
        return act(
                leader,
                post(of(walk.branch.a1) + "/extension")
                        .param("until", until)
                        .param("reason", reason)
                        .param("document", document));
    }

    private ResultActions act(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(user(actor.username())).with(csrf()));
    }

    private ResultActions ask(Actor actor, String address) throws Exception {
        return web.perform(get(address).with(user(actor.username())));
    }

    private String of(UnitId unit) {
        return "/reports/campaigns/" + campaign + "/units/" + unit;
    }

    private String state(UnitId unit) {
        return report(walk.report(unit), "state", String.class);
    }

    private LocalDate due(UnitId unit) {
        return report(walk.report(unit), "due", LocalDate.class);
    }

    private LocalDate extended(UnitId unit) {
        return report(walk.report(unit), "extended_until", LocalDate.class);
    }

    private <T> T report(ReportId report, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from report where id = ?")
                .param(report.value())
                .query((row, n) -> row.getObject(1, type))
                .list()
                .get(0);
    }
}
