package vn.lantoa.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOpenings;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** *Danh mục* through its pages, in a year far enough away that no other test asks for its rules. */
@IntegrationTest
class RulebookTest {

    private static final String DEADLINES = "/rules/change";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    HouseClock clock;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reports reports;

    Branch branch;
    String administrator;

    @BeforeEach
    void in_may_2041() {
        branch = Branch.grow(context);
        administrator = branch.username(Post.ADMINISTRATOR, branch.root);
        itIs(10);
    }

    @AfterEach
    void the_rules_of_the_release_again() {
        clock.setOffset(Duration.ZERO);
        for (var table : new String[] {"report_deadline", "report_cut_off_rule", "indicator", "report_rule"}) {
            jdbc.sql("delete from " + table + " where valid_from >= date '2041-01-01'")
                    .update();
            jdbc.sql("update " + table + " set valid_to = null where valid_to >= date '2041-01-01'")
                    .update();
        }
        jdbc.sql("delete from holiday where on_date >= date '2041-01-01'").update();
        workingDays.forget();
    }

    @Test
    void everybody_reads_the_rules_with_their_basis_and_only_administrators_find_a_way_to_change_them() {
        assertThat(text(get("/rules"), branch.username(Post.OFFICER, branch.a11)))
                .contains("Hạn nộp báo cáo", "Ngày nghỉ và ngày làm bù", "Chỉ tiêu báo cáo", "8 đang hiệu lực");
        var page = text(get("/rules/deadlines"), branch.username(Post.OFFICER, branch.a11));
        assertThat(page).contains("HD 23/HD-TLĐ", "từ 20/05/2021", "có sẵn khi cài đặt");
        assertThat(page).doesNotContain("/rules/change");
        assertThat(text(get("/rules/deadlines"), administrator))
                .contains("/rules/change?table=deadlines&amp;key=H1%2F4");
        assertThat(answer(get("/rules/nothing"), administrator).getStatus()).isEqualTo(404);
    }

    @Test
    void tables_that_share_the_name_of_a_column_have_their_own_headings() {
        assertThat(text(get("/rules/counts"), administrator))
                .contains("Đếm đơn vị có chỉ tiêu")
                .doesNotContain("Tính theo");
        assertThat(text(get("/rules/data-request-terms"), administrator))
                .contains("Tính theo", "Số ngày")
                .doesNotContain("Giá trị");
        assertThat(text(get("/rules/award-season"), administrator)).contains("Giá trị");
    }

    @Test
    void a_deadline_is_changed_by_a_new_row_after_its_effect_was_shown() {
        var preview = text(form(DEADLINES, deadline(4, 6, 3, "2041-05-20")), administrator);
        assertThat(preview)
                .contains(
                        "Hạn nộp báo cáo 6 tháng đầu năm 2041 của công đoàn cơ sở (cấp 4): từ 05/06/2041 thành 03/06/2041")
                .contains("Quy định có hiệu lực từ 20/05/2021 sẽ hết hiệu lực sau ngày 19/05/2041")
                .contains("Lưu thay đổi");
        assertThat(rows("H1", 4)).isEqualTo(1);

        assertThat(save(DEADLINES, deadline(4, 6, 3, "2041-05-20"), administrator)
                        .getRedirectedUrl())
                .isEqualTo("/rules/deadlines");

        assertThat(rows("H1", 4)).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select valid_to from report_deadline where period_kind = 'H1' and level_no = 4 and valid_to is not null")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2041, 5, 19));
        assertThat(dueOf(open(branch.a1, branch.a11, 2041))).isEqualTo(LocalDate.of(2041, 6, 3));
        assertThat(text(get("/rules/deadlines/history"), administrator))
                .contains(
                        branch.actor(Post.ADMINISTRATOR, branch.root).name(),
                        "Thêm",
                        "6 tháng đầu năm, công đoàn cơ sở (cấp 4)",
                        "Ngày: 5",
                        "Ngày: 3",
                        "QĐ 1/QĐ-TLĐ");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'rule.changed' and object = 'rule:deadlines/H1/4'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_row_not_yet_in_force_is_corrected_or_taken_back_and_the_one_before_goes_on() {
        save(DEADLINES, deadline(4, 6, 3, "2041-05-20"), administrator);
        var corrected = deadline(4, 6, 2, "2041-05-20");
        corrected.put("corrects", "2041-05-20");
        assertThat(text(form(DEADLINES, corrected), administrator)).contains("Sửa quy định chưa có hiệu lực");
        assertThat(save(DEADLINES, corrected, administrator).getStatus()).isEqualTo(302);
        assertThat(rows("H1", 4)).isEqualTo(2);

        corrected.put("ends", "true");
        assertThat(text(form(DEADLINES, corrected), administrator))
                .contains("Bỏ quy định chưa có hiệu lực", "Quy định có hiệu lực từ 20/05/2021 tiếp tục được áp dụng");
        save(DEADLINES, corrected, administrator);
        assertThat(rows("H1", 4)).isEqualTo(1);
        assertThat(dueOf(open(branch.a1, branch.a11, 2041))).isEqualTo(LocalDate.of(2041, 6, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "due_day=3&from=2041-05-20&to=2041-05-19|sớm hơn ngày bắt đầu",
                "due_day=3&from=2041-05-20&basis=|Thiếu căn cứ",
                "due_day=3&from=2101-01-01|2000 đến 2100",
                "due_day=3&from=|Xin điền chỗ này",
                "due_day=3&from=2041-02-30|2000 đến 2100",
                "due_day=3&from=2041-05-01|từ 10/05/2041 trở đi",
                "due_day=11&from=2041-05-20|Muộn hơn hạn của cấp trên: công đoàn xã, phường, khu công nghiệp (cấp 3) phải nộp trước 10/06",
                "due_day=31&from=2041-05-20|không có trong mọi năm",
                "due_day=x&from=2041-05-20|một số từ 1 đến 31",
                "due_day=5&from=2041-05-20|Không có gì khác"
            })
    void a_bad_change_is_refused_with_a_sentence_and_nothing_is_changed(String fields, String sentence) {
        var values = deadline(4, 6, 3, "2041-05-20");
        for (var field : fields.split("&")) {
            var name = field.substring(0, field.indexOf('='));
            values.put(name.startsWith("due") ? "v-" + name : name, field.substring(field.indexOf('=') + 1));
        }
        var answer = answer(form(DEADLINES, values), administrator);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(content(answer)).contains(sentence);
        assertThat(save(DEADLINES, values, administrator).getStatus()).isEqualTo(422);
        assertThat(rows("H1", 4)).isEqualTo(1);
    }

    @Test
    void two_rows_never_hold_at_once() {
        save(DEADLINES, deadline(4, 6, 3, "2042-01-01"), administrator);
        assertThat(content(save(DEADLINES, deadline(4, 6, 2, "2041-12-01"), administrator)))
                .contains("Trùng hiệu lực với quy định đã đặt từ 01/01/2042");
        assertThat(content(save(DEADLINES, deadline(4, 6, 2, "2042-01-01"), administrator)))
                .contains("Đã có dòng cho ngày 01/01/2042");
    }

    @Test
    void a_holiday_is_entered_once_shows_what_it_moves_and_may_be_corrected_until_it_comes() {
        var day = new HashMap<>(Map.of(
                "table", "holidays",
                "v-on_date", "2041-06-05",
                "v-name_vi", "Ngày nghỉ thử",
                "v-is_day_off", "true",
                "basis", "TB 1/TB-TTg"));
        assertThat(text(form(DEADLINES, day), administrator))
                .contains("công đoàn cơ sở (cấp 4): từ 05/06/2041 thành 04/06/2041")
                .doesNotContain("cấp 3");
        save(DEADLINES, day, administrator);
        assertThat(workingDays.isWorkingDay(LocalDate.of(2041, 6, 5))).isFalse();

        assertThat(content(save(DEADLINES, day, administrator))).contains("Đã có dòng cho ngày 05/06/2041");
        day.put("corrects", "2041-06-05");
        day.put("v-is_day_off", "false");
        save(DEADLINES, day, administrator);
        assertThat(workingDays.isWorkingDay(LocalDate.of(2041, 6, 5))).isTrue();

        day.put("v-on_date", "2041-05-01");
        assertThat(content(save(DEADLINES, day, administrator))).contains("từ 10/05/2041 trở đi");
        day.put("v-on_date", "1999-05-01");
        assertThat(content(save(DEADLINES, day, administrator))).contains("2000 đến 2100");
    }

    @Test
    void a_new_indicator_is_asked_in_periods_that_end_after_its_first_day() {
        var indicator = new HashMap<>(Map.of(
                "table", "indicators",
                "v-code", "Z1",
                "v-name", "Chỉ tiêu thử",
                "v-unit_name", "cuộc",
                "v-section", "I",
                "v-position", "900",
                "v-kind", "flow",
                "v-roll_up", "SUM",
                "from", "2041-05-20",
                "basis", "HD 2/HD-TLĐ"));
        for (var column : new String[] {"year_only", "pending_allowed", "by_recipient", "required"}) {
            indicator.put("v-" + column, "false");
        }
        assertThat(content(save(DEADLINES, indicator, administrator))).contains("Xin điền chỗ này");
        indicator.put("v-integer_only", "true");
        assertThat(text(form(DEADLINES, indicator), administrator)).contains("giữ nguyên danh mục chỉ tiêu khi mở");
        save(DEADLINES, indicator, administrator);

        var report = open(branch.a, branch.a1, 2041);
        assertThat(jdbc.sql(
                                "select count(*) from report r join report_indicator i on i.list_id = r.list_id where r.id = ? and i.code = 'Z1'")
                        .param(report.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_branch_sets_an_earlier_cut_off_which_the_units_see_and_which_is_no_lateness() {
        var province = branch.username(Post.UNIT_ADMINISTRATOR, branch.a);
        var commune = branch.username(Post.UNIT_ADMINISTRATOR, branch.a1);
        var refused = content(save(own(branch.a), cutOff(4, 6), province));
        assertThat(refused)
                .contains(
                        "Mốc 06/06 muộn hơn giới hạn 05/06 theo quy định chung",
                        "HD 23/HD-TLĐ",
                        "Chỉ được đặt sớm hơn");
        assertThat(text(form(own(branch.a), cutOff(4, 3)), province)).contains("2 đơn vị", "03/06/2041");
        save(own(branch.a), cutOff(4, 3), province);
        assertThat(content(save(own(branch.a1), cutOff(4, 4), commune)))
                .contains("Mốc 04/06 muộn hơn giới hạn 03/06 theo mốc riêng của LĐLĐ tỉnh A");
        assertThat(content(save(own(branch.a1), cutOff(2, 1), commune))).contains("cấp của đơn vị mình");
        save(own(branch.a1), cutOff(4, 1), commune);
        assertThat(answer(form(own(branch.a), cutOff(4, 2)), commune).getStatus())
                .isEqualTo(404);

        var report = open(branch.a1, branch.a11, 2041);
        assertThat(dueOf(report)).as("what is judged stays").isEqualTo(LocalDate.of(2041, 6, 5));
        assertThat(taskDue(report)).as("1/6/2041 is a Saturday").isEqualTo(LocalDate.of(2041, 5, 31));
        assertThat(text(get("/dossiers/report/" + report), branch.username(Post.OFFICER, branch.a11)))
                .contains("Mốc nội bộ", "31/05/2041", "do Công đoàn xã A1 đặt");
        var inBulk = context.getBean(ReportOpenings.class)
                .open(branch.officer(branch.a1), branch.a1, ReportingPeriod.firstHalfOf(2041));
        assertThat(inBulk.count()).as("the other unit").isEqualTo(1);
        var other = reportOf(branch.a12);
        assertThat(taskDue(other)).as("asked in bulk, under the same cut-off").isEqualTo(LocalDate.of(2041, 5, 31));
        assertThat(dueOf(other)).isEqualTo(LocalDate.of(2041, 6, 5));

        itIs(25 + 9);
        new ReportDesk(context)
                .complete(branch.officer(branch.a11), report, "DraftReport", "submit", Map.of("figures", Map.of()));
        new ReportDesk(context).complete(branch.leader(branch.a11), report, "ApproveReport", "approve", Map.of());
        assertThat(reports.find(branch.officer(branch.a1), report)
                        .report()
                        .timeliness()
                        .status())
                .isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(dueOf(open(branch.b1, unitBelow(branch.b1), 2041))).isEqualTo(LocalDate.of(2041, 6, 5));
    }

    @Test
    void every_basis_names_a_source_or_says_that_it_is_our_own() {
        for (var table : List.of(
                "report_section",
                "indicator",
                "report_rule",
                "report_span",
                "report_deadline",
                "report_term",
                "report_four_eyes",
                "commune_count",
                "retention_term")) {
            assertThat(jdbc.sql("select distinct legal_basis from " + table)
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(basis -> basis.contains("DOMAIN") || basis.contains("Thiết kế"));
        }
    }

    private ReportId reportOf(UnitId unit) {
        return ReportId.of(jdbc.sql("select id from report where unit_id = ? and period = '2041-H1'")
                .param(unit.value())
                .query(Long.class)
                .single());
    }

    private UnitId unitBelow(UnitId commune) {
        return branch.unit("B11", "CĐCS Công ty Dệt B11", vn.lantoa.organization.UnitKind.GRASSROOTS_UNION, commune);
    }

    private static String own(UnitId unit) {
        return "/rules/units/" + unit + "/change";
    }

    private static Map<String, String> deadline(int level, int month, int day, String from) {
        return new HashMap<>(Map.of(
                "table",
                "deadlines",
                "v-period_kind",
                "H1",
                "v-level_no",
                Integer.toString(level),
                "v-due_month",
                Integer.toString(month),
                "v-due_day",
                Integer.toString(day),
                "v-on_day_off",
                "BACK",
                "from",
                from,
                "basis",
                "QĐ 1/QĐ-TLĐ"));
    }

    private static Map<String, String> cutOff(int level, int day) {
        return Map.of(
                "table", "cut-offs",
                "v-period_kind", "H1",
                "v-level_no", Integer.toString(level),
                "v-due_month", "6",
                "v-due_day", Integer.toString(day),
                "from", "2041-05-10",
                "basis", "KH 7/KH-LĐLĐ");
    }

    private ReportId open(UnitId superior, UnitId unit, int year) {
        Actor officer = branch.officer(superior);
        var opened = reports.open(officer, unit, ReportingPeriod.firstHalfOf(year));
        assertThat(opened).isInstanceOf(ReportOutcome.Done.class);
        return ((ReportOutcome.Done) opened).report();
    }

    private LocalDate dueOf(ReportId report) {
        return jdbc.sql("select due from report where id = ?")
                .param(report.value())
                .query(LocalDate.class)
                .single();
    }

    private LocalDate taskDue(ReportId report) {
        return jdbc.sql("select due from task where dossier_type = 'report' and dossier_id = ?")
                .param(report.toString())
                .query(LocalDate.class)
                .single();
    }

    private long rows(String kind, int level) {
        return jdbc.sql("select count(*) from report_deadline where period_kind = ? and level_no = ?")
                .params(kind, level)
                .query(Long.class)
                .single();
    }

    private void itIs(int dayOfMay) {
        var then = LocalDateTime.of(2041, 5, 1, 9, 0)
                .plusDays(dayOfMay - 1)
                .atZone(VietnamTime.ZONE)
                .toInstant();
        clock.setOffset(Duration.between(Instant.now(), then));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(
            String path, Map<String, String> values) {
        var request = post(path).param("act", "preview");
        values.forEach(request::param);
        return request;
    }

    private MockHttpServletResponse save(String path, Map<String, String> values, String username) {
        var request = post(path).param("act", "save");
        values.forEach(request::param);
        return answer(request, username);
    }

    private String text(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, String username) {
        var answer = answer(request, username);
        assertThat(answer.getStatus()).as(content(answer)).isEqualTo(200);
        return content(answer);
    }

    private MockHttpServletResponse answer(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, String username) {
        try {
            return mvc.perform(request.with(user(username)).with(csrf()))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String content(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
