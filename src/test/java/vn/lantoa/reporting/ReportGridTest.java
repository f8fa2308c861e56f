package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.lantoa.reporting.ReportDesk.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Substitutions;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The table of units on screen and as a file, through the pages. */
@IntegrationTest
class ReportGridTest {

    private static final ReportingPeriod PERIOD = ReportingPeriod.firstHalfOf(2026);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @Autowired
    Reports reports;

    @Autowired
    ReportGrid grid;

    @Autowired
    GridFile files;

    @TempDir
    Path folder;

    Branch branch;
    ReportDesk desk;
    Actor officer;
    ReportId may;
    ReportId electronics;

    @BeforeEach
    void aCommuneWithTwoReports() {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
        officer = branch.officer(branch.a1);
        may = open(branch.a11);
        electronics = open(branch.a12);
    }

    @Test
    void rows_are_kept_handed_to_the_leader_and_marked_as_entered_by_the_superior() throws Exception {
        web.perform(as(officer, get(address()))).andExpect(content().string(containsString("CĐCS Công ty May A11")));

        web.perform(as(
                        officer,
                        post(address())
                                .param("c." + may + ".D3", "1.000")
                                .param("b." + may + ".D3", "")
                                .param("c." + may + ".D4", "trên 8.000")
                                .param("b." + may + ".D4", "")
                                .param("submit." + may, "yes")
                                .param("c." + electronics + ".D3", "1.5")
                                .param("b." + electronics + ".D3", "")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Đã trình lãnh đạo duyệt")))
                .andExpect(content().string(containsString("1,5")))
                .andExpect(content().string(containsString("value=\"1.5\"")));

        assertThat(view(electronics).report().state())
                .as("nothing of its row was written")
                .isEqualTo(ReportState.DRAFTING);
        desk.complete(branch.leader(branch.a1), may, "ApproveEntry", "approve", Map.of());
        assertThat(view(may).report().enteredBySuperior()).isTrue();
        assertThat(view(may).figures().amount("D3").orElseThrow()).isEqualByComparingTo("1000");
        assertThat(view(may).figures().find("D4").orElseThrow().qualifier()).isEqualTo(Qualifier.MORE_THAN);
        assertThat(view(may).figures().find("D5"))
                .as("an empty cell says nothing")
                .isEmpty();
        ReportConsistency.check(context);
    }

    @Test
    void all_units_are_asked_handed_in_and_approved_in_one_act_each() throws Exception {
        var year = "/reports/grid?unit=" + branch.a1 + "&period=2025-Y";
        web.perform(as(officer, post(year.replace("grid?", "grid/openings?")))).andExpect(status().is3xxRedirection());
        var table = grid.of(officer, branch.a1, ReportingPeriod.yearOf(2025));
        assertThat(table.notAsked()).isZero();
        assertThat(table.rows()).hasSize(2);

        var filled = post(year).param("submit-all", "yes");
        table.rows()
                .forEach(row -> filled.param("c." + row.report() + ".D3", "12").param("b." + row.report() + ".D3", ""));
        web.perform(as(officer, filled)).andExpect(status().isOk());

        var leader = branch.leader(branch.a1);
        var approval = post("/reports/approvals?period=2025-Y");
        table.rows().forEach(row -> approval.param("report", row.report().toString()));
        web.perform(as(leader, get("/reports/approvals?period=2025-Y")))
                .andExpect(content().string(containsString("CĐCS Công ty May A11")));
        web.perform(as(leader, approval.param("count", "3")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("đang chọn 2 dòng")));
        assertThat(view(table.rows().get(0).report()).report().state()).isEqualTo(ReportState.APPROVING_ENTRY);

        var confirmed = post("/reports/approvals?period=2025-Y").param("count", "2");
        table.rows().forEach(row -> confirmed.param("report", row.report().toString()));
        web.perform(as(leader, confirmed)).andExpect(status().isOk());
        assertThat(table.rows())
                .extracting(row -> view(row.report()).report().state())
                .containsOnly(ReportState.ACCEPTED);
        ReportConsistency.check(context);
    }

    @Test
    void who_stands_in_for_the_leader_approves_in_one_act_what_others_entered() throws Exception {
        web.perform(as(
                        officer,
                        post(address())
                                .param("c." + may + ".D3", "12")
                                .param("b." + may + ".D3", "")
                                .param("submit." + may, "yes")))
                .andExpect(status().isOk());
        var leader = branch.leader(branch.a1);
        var deputy = branch.actor(Post.RECORDS_OFFICE, branch.a1);
        var approvals = "/reports/approvals?period=" + PERIOD.key();
        web.perform(as(deputy, get(approvals))).andExpect(content().string(not(containsString("May A11"))));
        name(leader, deputy);
        name(leader, officer);

        web.perform(as(officer, get(approvals)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("May A11"))));
        web.perform(as(officer, post(approvals).param("report", may.toString()).param("count", "1")));
        assertThat(view(may).report().state()).as("four eyes").isEqualTo(ReportState.APPROVING_ENTRY);

        web.perform(as(deputy, get(approvals))).andExpect(content().string(containsString("May A11")));
        web.perform(as(deputy, post(approvals).param("report", may.toString()).param("count", "1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã duyệt")));
        assertThat(view(may).report().state()).isEqualTo(ReportState.ACCEPTED);
    }

    private void name(Actor leader, Actor deputy) {
        var today = LocalDate.now(clock);
        assertThat(context.getBean(Substitutions.class)
                        .enter(
                                leader,
                                new Substitutions.Entry(
                                        leader.id(),
                                        deputy.username(),
                                        null,
                                        null,
                                        Set.of(),
                                        Capacity.KT,
                                        null,
                                        today,
                                        today))
                        .done())
                .isTrue();
    }

    @Test
    void a_file_goes_out_and_in_and_shows_what_changed_meanwhile() throws Exception {
        keep(may, "D3", "70", "");
        var made = download();
        keep(may, "D3", "75", "70");

        var preview = upload(made, book -> {
            cell(book.getSheetAt(0), "A11", "D3").setCellValue(71);
            cell(book.getSheetAt(0), "A11", "D4").setCellValue("không có số liệu");
            cell(book.getSheetAt(0), "A12", "D3").setCellValue("1.385");
        });

        assertThat(preview.troubles()).isEmpty();
        assertThat(preview.changes())
                .extracting(
                        change -> change.key() + " " + change.server() + ">" + change.file() + " " + change.conflict())
                .containsExactlyInAnyOrder("D3 75>71 true", "D4 >không có số liệu false", "D3 >1.385 false");
    }

    @Test
    void what_a_file_may_hold_that_is_no_number_is_named_cell_by_cell_and_the_rest_is_taken() throws Exception {
        var preview = upload(download(), book -> {
            var sheet = book.getSheetAt(0);
            cell(sheet, "A11", "D3").setCellFormula("1+1");
            cell(sheet, "A11", "D4").setCellValue("1.5");
            cell(sheet, "A11", "D5").setCellValue(java.time.LocalDate.of(2026, 5, 1));
            var date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("d/m/yyyy"));
            cell(sheet, "A11", "D5").setCellStyle(date);
            cell(sheet, "A11", "B1").setCellValue(-3);
            var merged = cell(sheet, "A12", "D6");
            merged.setCellValue(4);
            sheet.addMergedRegion(new CellRangeAddress(
                    merged.getRowIndex(), merged.getRowIndex(), merged.getColumnIndex(), merged.getColumnIndex() + 1));
            cell(sheet, "A12", "D3").setCellValue(5);
        });

        assertThat(preview.changes()).extracting(GridFile.Change::key).containsExactly("D3");
        assertThat(preview.troubles().stream().map(GridFile.Trouble::message))
                .anyMatch(message -> message.contains("công thức (=1+1)"))
                .anyMatch(message -> message.contains("1.5") && message.contains("1,5"))
                .anyMatch(message -> message.contains("Ô là ngày"))
                .anyMatch(message -> message.contains("vùng gộp"))
                .anyMatch(message -> message.contains("âm"));
    }

    @Test
    void units_are_found_by_name_with_old_tone_marks_and_columns_in_any_order() throws Exception {
        var name = branch.unit(branch.a12).name();
        var book = new XSSFWorkbook();
        var sheet = book.createSheet("So lieu");
        var header = sheet.createRow(2);
        header.createCell(0).setCellValue("D4 – Thành viên");
        header.createCell(1).setCellValue("Đơn vị");
        header.createCell(2).setCellValue("d3");
        var row = sheet.createRow(3);
        row.createCell(0).setCellValue(40);
        row.createCell(1)
                .setCellValue(
                        java.text.Normalizer.normalize(name.toUpperCase(VIETNAMESE), java.text.Normalizer.Form.NFD));
        row.createCell(2).setCellValue("5");
        var stranger = sheet.createRow(4);
        stranger.createCell(1).setCellValue("CĐCS Không Có");
        stranger.createCell(2).setCellValue("5");

        var preview = read(bytes(book));

        assertThat(preview.changes())
                .extracting(change -> change.report() + " " + change.key() + " " + change.file())
                .containsExactlyInAnyOrder(electronics + " D3 5", electronics + " D4 40");
        assertThat(preview.troubles())
                .extracting(GridFile.Trouble::message)
                .allMatch(message -> message.contains("CĐCS Không Có"));
        book.createSheet("Hai").createRow(0).createCell(0).setCellValue("Mã đơn vị");
        book.getSheetAt(1).getRow(0).createCell(1).setCellValue("D3");
        assertThat(read(bytes(book)).troubles())
                .extracting(GridFile.Trouble::message)
                .anyMatch(message -> message.contains("nhiều trang tính"));
    }

    @Test
    void a_file_that_is_no_spreadsheet_is_told_in_words_and_changes_nothing() throws Exception {
        var picture = new MockMultipartFile(
                "file", "so-lieu.xlsx", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2});
        web.perform(multipart(address().replace("/grid?", "/grid/file?"))
                        .file(picture)
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Không nhận được")));
        assertThat(view(may).report().state()).isEqualTo(ReportState.DRAFTING);
    }

    @Test
    void a_unit_fills_its_own_file_into_its_own_draft() throws Exception {
        var own = branch.officer(branch.a11);
        var made = web.perform(as(own, get("/reports/" + may + "/sheet.xlsx")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var filled = filled(made, book -> cell(book.getSheetAt(0), "A11", "D3").setCellValue(7));
        web.perform(multipart("/reports/" + may + "/sheet")
                        .file(new MockMultipartFile("file", "bieu.xlsx", null, filled))
                        .with(user(own.username()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("c." + may + ".D3")));
        web.perform(as(
                        own,
                        post("/reports/" + may + "/sheet/cells")
                                .param("c." + may + ".D3", "7")
                                .param("b." + may + ".D3", "")))
                .andExpect(redirectedUrl("/dossiers/report/" + may));

        var mine = grid.of(own, may);
        assertThat(mine.rows().get(0).cells().get("D3")).isEqualTo("7");
        assertThat(view(may).report().state()).as("still its own draft").isEqualTo(ReportState.DRAFTING);
        desk.complete(own, may, "DraftReport", "submit", Map.of("figures", Map.of("D3", value(7))));
    }

    private String address() {
        return "/reports/grid?unit=" + branch.a1 + "&period=" + PERIOD.key() + "&section=III.3";
    }

    private void keep(ReportId report, String key, String text, String base) throws Exception {
        web.perform(as(
                        officer,
                        post(address()).param("c." + report + "." + key, text).param("b." + report + "." + key, base)))
                .andExpect(status().isOk());
    }

    private byte[] download() throws Exception {
        return web.perform(as(officer, get("/reports/grid.xlsx?unit=" + branch.a1 + "&period=" + PERIOD.key())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private GridFile.Preview upload(byte[] made, Consumer<Workbook> fill) throws Exception {
        return read(filled(made, fill));
    }

    private GridFile.Preview read(byte[] content) throws Exception {
        var file = Files.write(folder.resolve("bieu.xlsx"), content);
        return files.read(file, "bieu.xlsx", grid.of(officer, branch.a1, PERIOD), VIETNAMESE);
    }

    private static byte[] filled(byte[] made, Consumer<Workbook> fill) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(made))) {
            fill.accept(book);
            return bytes(book);
        }
    }

    private static byte[] bytes(Workbook book) throws Exception {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    /** The cell of a unit (by the beginning of its code) and an indicator, made where it is blank. */
    private static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, String unit, String key) {
        var column = -1;
        for (var row : sheet) {
            for (var cell : row) {
                if (cell.toString().startsWith(key + " –")) {
                    column = cell.getColumnIndex();
                }
            }
            var first = row.getCell(0);
            if (column >= 0 && first != null && first.toString().startsWith(unit + "-")) {
                var found = row.getCell(column);
                return found == null ? row.createCell(column) : found;
            }
        }
        throw new AssertionError("no cell " + unit + " " + key);
    }

    private ReportView view(ReportId report) {
        return reports.find(branch.officer(branch.a), report);
    }

    private ReportId open(UnitId unit) {
        return ((ReportOutcome.Done) reports.open(branch.officer(branch.a1), unit, PERIOD)).report();
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(user(actor.username())).with(csrf());
    }
}
