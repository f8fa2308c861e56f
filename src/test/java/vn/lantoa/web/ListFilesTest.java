package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Every list as XLSX: the rows of the page under its filter and rights, text staying text. */
@IntegrationTest
class ListFilesTest {

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
        reports.open(branch.officer(branch.a), branch.a1, ReportingPeriod.firstHalfOf(2026));
    }

    @Test
    void tasks_and_reports_come_as_their_pages_show_them() throws Exception {
        var officer = branch.officer(branch.a1);
        assertThat(rows(officer, "/tasks.xlsx"))
                .hasSize(2)
                .last()
                .asString()
                .contains("Lập báo cáo", "Báo cáo 6 tháng đầu năm 2026 – Công đoàn xã A1");
        assertThat(rows(officer, "/tasks.xlsx?q=khong-co")).hasSize(1);
        assertThat(rows(branch.officer(branch.a), "/reports.xlsx?period=2026-H1"))
                .hasSize(2);
        assertThat(rows(branch.officer(branch.a), "/reports.xlsx?state=ACCEPTED"))
                .hasSize(1);
        assertThat(rows(branch.officer(branch.b), "/reports.xlsx")).hasSize(1);
        mvc.perform(get("/tasks").with(user(officer.username())))
                .andExpect(content().string(containsString("href=\"/tasks.xlsx\"")));
        mvc.perform(get("/reports?period=2026-H1")
                        .with(user(branch.officer(branch.a).username())))
                .andExpect(content().string(containsString("href=\"/reports.xlsx?period=2026-H1")));
    }

    @Test
    void units_and_the_audit_trail_too_and_a_name_that_looks_like_a_formula_is_text() throws Exception {
        branch.unit("CT", "=1+1 Công thức", UnitKind.COMMUNE_UNION, branch.b);
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.b);
        assertThat(rows(administrator, "/units/" + branch.b + "/subordinates.xlsx"))
                .hasSize(3)
                .anySatisfy(row -> assertThat(row.get(1)).isEqualTo("=1+1 Công thức"));
        assertThat(rows(administrator, "/units.xlsx?q=cong thuc")).hasSize(2);
        assertThat(rows(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), "/units.xlsx?q=cong thuc"))
                .hasSize(1);
        assertThat(rows(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), "/audit.xlsx?action=report"))
                .hasSizeGreaterThan(1);
        mvc.perform(get("/audit.xlsx").with(user(branch.officer(branch.a).username())))
                .andExpect(status().isForbidden());
    }

    @Test
    void rules_and_their_history_come_with_basis_and_validity() throws Exception {
        var officer = branch.officer(branch.a1);
        assertThat(rows(officer, "/rules/deadlines/rows.xlsx"))
                .hasSizeGreaterThan(4)
                .anySatisfy(row -> assertThat(row.toString()).contains("HD 23/HD-TLĐ"));
        assertThat(rows(officer, "/rules/deadlines/rows.xlsx?past=true").size())
                .isGreaterThanOrEqualTo(
                        rows(officer, "/rules/deadlines/rows.xlsx").size());
        rows(officer, "/rules/cut-offs/rows.xlsx");
        rows(officer, "/rules/deadlines/history.xlsx");
        mvc.perform(get("/rules/none/rows.xlsx").with(user(officer.username()))).andExpect(status().isNotFound());
        assertThat(page(officer, "/rules/deadlines")).contains("href=\"/rules/deadlines/rows.xlsx\"");
    }

    @Test
    void people_stand_ins_and_activation_come_without_any_code_and_by_right() throws Exception {
        var officer = branch.officer(branch.a1);
        var administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a1);
        branch.appoint("congthuc." + branch.a1, "@SUM(A1) Nguyễn", Post.CHECKER, branch.a1);
        assertThat(rows(officer, "/units/" + branch.a1 + "/people.xlsx"))
                .anySatisfy(row -> assertThat(row).contains("Lãnh đạo", "Nguyễn Thử Lãnh A1", "TM. (ký thay mặt)"))
                .anySatisfy(row -> assertThat(row).contains("@SUM(A1) Nguyễn"));
        assertThat(page(officer, "/units/" + branch.a1)).contains("/units/" + branch.a1 + "/people.xlsx");

        var today = java.time.LocalDate.now(context.getBean(java.time.Clock.class));
        context.getBean(Substitutions.class)
                .enter(
                        officer,
                        new Substitutions.Entry(
                                officer.id(),
                                branch.checker(branch.a1).username(),
                                null,
                                null,
                                Set.of(),
                                Capacity.TL,
                                "=đi học",
                                today,
                                today));
        assertThat(rows(administrator, "/units/" + branch.a1 + "/deputies.xlsx"))
                .hasSize(2)
                .last()
                .asString()
                .contains("Nguyễn Thử Cán A1", "Nguyễn Thử Kiểm A1", "Mọi chức danh đang giữ", "=đi học");
        assertThat(rows(administrator, "/units/" + branch.a1 + "/slips.xlsx"))
                .hasSizeGreaterThan(4)
                .anySatisfy(row -> assertThat(row).contains("Đã có mật khẩu"));
        assertThat(rows(administrator, "/units/" + branch.a1 + "/imports/list.xlsx"))
                .hasSize(1);
        mvc.perform(get("/units/" + branch.a1 + "/slips.xlsx").with(user(officer.username())))
                .andExpect(status().isForbidden());
        assertThat(page(administrator, "/units/" + branch.a1 + "/deputies")).contains("/deputies.xlsx");
        assertThat(page(administrator, "/units/" + branch.a1 + "/slips")).contains("/slips.xlsx?below=false");
    }

    @Test
    void targets_counts_entries_and_texts_come_too() throws Exception {
        var leader = branch.leader(branch.a1);
        assertThat(rows(leader, "/reports/targets/" + branch.a1 + "/targets.xlsx?year=2026"))
                .hasSizeGreaterThan(10)
                .anySatisfy(row -> assertThat(row.toString()).contains("D3, Tổ"));
        assertThat(page(leader, "/reports/targets/" + branch.a1 + "?year=2026"))
                .contains("/reports/targets/" + branch.a1 + "/targets.xlsx?year=2026");
        rows(leader, "/reports/coordination.xlsx");

        var below = ((ReportOutcome.Done)
                        reports.open(branch.officer(branch.a1), branch.a11, ReportingPeriod.firstHalfOf(2026)))
                .report();
        context.getBean(ReportActs.class).enterForUnit(branch.officer(branch.a1), below, "Đơn vị chưa có máy");
        new ReportDesk(context)
                .complete(
                        branch.officer(branch.a1),
                        below,
                        "EnterForUnit",
                        "submit",
                        Map.of("figures", Map.of("D3", Map.of("value", 1200)), "strengths", "=Duy trì tốt"));
        assertThat(rows(leader, "/reports/approvals.xlsx?period=2026-H1"))
                .hasSize(2)
                .last()
                .asString()
                .contains("Công đoàn xã A1", "CĐCS Công ty May A11", "1,200");
        assertThat(page(leader, "/reports/approvals?period=2026-H1"))
                .contains("/reports/approvals.xlsx?period=2026-H1");
        new ReportDesk(context).complete(leader, below, "ApproveEntry", "approve", Map.of());
        var own = context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select id from report where unit_id = ? and period = '2026-H1'")
                .param(branch.a1.value())
                .query(Long.class)
                .single();
        assertThat(rows(leader, "/reports/" + own + "/texts.xlsx?field=strengths"))
                .hasSize(2)
                .last()
                .asString()
                .contains("CĐCS Công ty May A11", "=Duy trì tốt");
        assertThat(page(leader, "/reports/" + own + "/texts?field=strengths"))
                .contains("/reports/" + own + "/texts.xlsx?field=strengths");
    }

    private String page(Actor actor, String address) throws Exception {
        return mvc.perform(get(address).with(user(actor.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<List<String>> rows(Actor actor, String address) throws Exception {
        var file = mvc.perform(
                        get(java.net.URI.create(address.replace(" ", "%20"))).with(user(actor.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        var rows = new ArrayList<List<String>>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            book.getSheetAt(0).forEach(row -> {
                var cells = new ArrayList<String>();
                row.forEach(cell -> {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    cells.add(new DataFormatter().formatCellValue(cell));
                });
                rows.add(cells);
            });
        }
        return rows;
    }
}
