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
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
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
