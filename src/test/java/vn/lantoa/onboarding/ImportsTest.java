package vn.lantoa.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.document.Workbook;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.onboarding.ImportFault.Weight;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.organization.Units;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Files of administrators, through the page. */
@IntegrationTest
class ImportsTest {

    private static final String HEAD =
            "Ghi chú;Họ và tên;Chức danh;Cấp trên;Tên đơn vị;Mã đơn vị (*);Số điện thoại;Email\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Imports imports;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportStore store;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    UnitRegister register;

    @Autowired
    JdbcClient jdbc;

    Branch branch;
    Actor administrator;
    String n;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        administrator = branch.actor(Post.UNIT_ADMINISTRATOR, branch.a);
        n = branch.unit(branch.a).code().replaceAll(".*-", "");
    }

    @Test
    void units_people_and_posts_come_in_together_and_go_again_together() throws Exception {
        var before = rowsOfTheTree();
        var imported = sent(
                "a.csv",
                """
                Tỉnh A
                %s;Nguyễn Thị Bình;Lãnh đạo, Văn thư;;Công đoàn xã Hoà Bình;x1-%2$s;0912 345 678;
                ;Trần Văn An;Cán bộ;;;X1-%2$s;0912 345 678;an@example.vn
                ;Lê Thu;;;CĐCS Công ty May;M1-%2$s;;
                """
                        .formatted("x", n)
                        .replace("Tỉnh A\n", HEAD)
                        .replace(";Lê Thu;;;", ";Lê Thu;Phó chủ tịch;công đoàn xã Hòa Bình;"));
        assertThat(faults(imported)).isEmpty();
        assertThat(imported.sums()).isEqualTo(new UnitImport.Sums(2, 0, 3, 0, 4, 0, 0, 0));
        assertThat(page(imported)).contains("Áp dụng: 2 đơn vị, 3 cán bộ", "A: Ghi chú");

        press(imported, "application");
        press(imported, "application");
        var applied = settled(imported);
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
        var commune = units.findByCode("X1-" + n).orElseThrow();
        assertThat(commune.kind()).isEqualTo(UnitKind.COMMUNE_UNION);
        assertThat(commune.parentId()).isEqualTo(branch.a);
        var factory = units.findByCode("M1-" + n).orElseThrow();
        assertThat(factory.kind()).isEqualTo(UnitKind.GRASSROOTS_UNION);
        assertThat(units.pathTo(factory.id()))
                .extracting(unit -> unit.id())
                .containsExactly(branch.root, branch.a, commune.id(), factory.id());
        assertThat(units.search("hoa binh x1 " + n, List.of(branch.a), null, 10).items())
                .hasSize(1);
        var leader = people.actor("binhnt.x1-" + n).orElseThrow();
        assertThat(leader.holdings())
                .extracting(held -> held.post())
                .containsExactlyInAnyOrder(Post.LEADER, Post.RECORDS_OFFICE);
        assertThat(people.find(people.actor("antv.x1-" + n).orElseThrow().id())
                        .orElseThrow()
                        .phone())
                .isEqualTo("0912 345 678");
        assertThat(accounts.verify("binhnt.x1-" + n, "-")).isEmpty();
        assertThat(page(applied)).contains("/units/" + branch.a + "/slips?below=true");
        assertThat(audited("unit.intake", imported)).isOne();
        assertThat(imports.rows(administrator, imported.id(), 1)).isEmpty();

        press(applied, "undoing");
        assertThat(settled(applied).state()).isEqualTo(ImportState.UNDONE);
        assertThat(rowsOfTheTree()).isEqualTo(before);
        assertThat(audited("unit.intake-undone", imported)).isOne();
    }

    @Test
    void what_was_built_on_an_import_keeps_it_and_is_named() throws Exception {
        var imported = sent("a.csv", "code,name,kind\nY1-" + n + ",Phường Mới,xã\n");
        press(imported, "application");
        settled(imported);
        var fresh = units.findByCode("Y1-" + n).orElseThrow();
        register.found(
                administrator,
                new UnitRegister.Founding(
                        "Y2-" + n,
                        "CĐCS Thêm",
                        UnitKind.GRASSROOTS_UNION,
                        fresh.id(),
                        java.time.LocalDate.of(2026, 1, 1),
                        null));
        press(imported, "undoing");
        var kept = settled(imported);
        assertThat(kept.state()).isEqualTo(ImportState.APPLIED);
        assertThat(page(kept)).contains("Chưa hoàn tác được", "Phường Mới: có thêm 1 đơn vị trực thuộc");
        assertThat(units.findByCode("Y1-" + n)).isPresent();
    }

    @Test
    void each_faulty_cell_is_named_and_nothing_is_written() throws Exception {
        var before = rowsOfTheTree();
        var imported = sent(
                "a.csv",
                "Mã;Tên;Loại;Cấp trên;Ngày thành lập;Họ và tên;Chức danh;SĐT;Email;Tên đăng nhập\n"
                        + ";Không mã\n"
                        + "F1-N;" + "x".repeat(300) + ";xã\n"
                        + "F2-N;Tên hai;bộ lạc\n"
                        + "F3-N;Tên ba;xã;KHÔNG-CÓ\n"
                        + "F4-N;Tên bốn;xã;;31/02/2025\n"
                        + "F5-N;Tên năm;xã;;01/01/2200\n"
                        + "F6-N;Tên sáu;xã;;;An;hoàng đế\n"
                        + "F7-N;Tên bảy;xã;;;An;quản trị hệ thống\n"
                        + "F8-N;Tên tám;xã;;;;cán bộ\n"
                        + "F9-N;Tên chín;xã;;;An;cán bộ;gọi sau\n"
                        + "FA-N;Tên mười;xã;;;An;cán bộ;;\"a@example.vn\nBcc: b@example.vn\"\n"
                        + "FB-N;Tên A;CĐCS;FC-N\nFC-N;Tên B;CĐCS;FB-N\n"
                        + "FD-N;Tên D;xã\nFD-N;Tên khác;xã\n"
                        + "FE-N;Tên E;xã;;;An;cán bộ;;;\"" + branch.username(Post.OFFICER, branch.b) + "\"\n"
                        + branch.unit(branch.b).code() + ";LĐLĐ tỉnh B;tỉnh\n");
        assertThat(imported.state()).isEqualTo(ImportState.READ);
        assertThat(faults(imported))
                .containsExactlyInAnyOrder(
                        "2A CODE_MISSING",
                        "3B NAME_TOO_LONG",
                        "4C KIND_UNKNOWN",
                        "5D PARENT_UNKNOWN",
                        "6E DATE_MALFORMED",
                        "7E DATE_IN_FUTURE",
                        "8G POST_UNKNOWN",
                        "9G POST_NOT_HERE",
                        "10F PERSON_MISSING",
                        "11H PHONE_MALFORMED",
                        "12I EMAIL_MALFORMED",
                        "14D PARENT_ITSELF",
                        "17B OTHER_IN_FILE",
                        "18J USERNAME_TAKEN",
                        "19A CODE_ELSEWHERE");
        var page = page(imported);
        assertThat(page)
                .contains("Tên dài quá 200 ký tự", "Không có chức danh này")
                .doesNotContain("/application");
        press(imported, "application");
        assertThat(settled(imported).state()).isEqualTo(ImportState.READ);
        assertThat(rowsOfTheTree()).isEqualTo(before);
        mvc.perform(get("/imports/" + imported.id() + "/faults.xlsx").with(user(administrator.username())))
                .andExpect(status().isOk());
    }

    @Test
    void what_exists_is_shown_where_the_file_differs_and_stays_when_asked_to() throws Exception {
        var a1 = branch.unit(branch.a1);
        var imported = sent(
                "a.csv",
                "Mã;Tên;Loại;Cấp trên;Họ tên;Chức danh;Điện thoại\n"
                        + a1.code() + ";Tên mới;CĐCS;" + branch.unit(branch.a2).code() + "\n"
                        + "Z1-" + n + ";công đoàn phường A2;phường;;;\n"
                        + a1.code() + ";;;;Nguyễn Thử Cán A1;Văn thư;\n"
                        + a1.code() + ";;;;Nguyễn Thử Lãnh A1;Lãnh đạo;\n");
        assertThat(imports.faults(administrator, imported.id(), Weight.CONFLICT, 0, 99))
                .extracting(ImportFault::reason)
                .containsExactlyInAnyOrder(
                        Reason.SAME_CODE_OTHER_NAME,
                        Reason.SAME_CODE_OTHER_KIND,
                        Reason.SAME_CODE_OTHER_PLACE,
                        Reason.SAME_NAME_OTHER_CODE);
        assertThat(imported.sums().peopleKnown()).isEqualTo(2);
        assertThat(imported.sums().postsNew()).isOne();
        press(imported, "application");
        assertThat(settled(imported).state()).isEqualTo(ImportState.READ);
        mvc.perform(post("/imports/" + imported.id() + "/application")
                .param("keep", "true")
                .with(user(administrator.username()))
                .with(csrf()));
        assertThat(settled(imported).state()).isEqualTo(ImportState.APPLIED);
        assertThat(branch.unit(branch.a1)).isEqualTo(a1);
        assertThat(branch.officer(branch.a1).holds(Post.RECORDS_OFFICE, branch.a1))
                .isTrue();
        assertThat(units.findByCode("Z1-" + n)).isPresent();
    }

    @Test
    void formulas_merged_cells_lost_zeros_and_second_sheets_are_told() throws Exception {
        var book = new XSSFWorkbook();
        var sheet = book.createSheet("Danh sách");
        var head = sheet.createRow(2);
        var titles = List.of("Tên đơn vị", "Mã đơn vị", "Loại", "Ngày thành lập", "Họ và tên", "Chức danh", "Di động");
        for (var i = 0; i < titles.size(); i++) {
            head.createCell(i).setCellValue(titles.get(i));
        }
        var row = sheet.createRow(3);
        row.createCell(0).setCellFormula("\"Xã \"&\"Một\"");
        row.createCell(1).setCellValue("G1-" + n);
        row.createCell(2).setCellValue("xã");
        row.createCell(3).setCellValue("1/7/2025");
        row.createCell(4).setCellValue("=1+1");
        row.createCell(5).setCellValue("Cán bộ");
        row.createCell(6).setCellValue(912345678);
        sheet.createRow(4).createCell(1).setCellValue("G2-" + n);
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 1, 1));
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        book.createSheet("Khác").createRow(0).createCell(0).setCellValue("x");
        var bytes = new ByteArrayOutputStream();
        book.write(bytes);
        var imported = sent("a.xlsx", bytes.toByteArray());
        assertThat(faults(imported)).containsExactlyInAnyOrder("4A FORMULA", "5B MERGED", "5A NAME_MISSING");
        assertThat(imported.remarks().otherSheets()).containsExactly("Khác");
        assertThat(imports.rows(administrator, imported.id(), 1).get(0).get(ImportField.PHONE))
                .isEqualTo("0912345678");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_in_words() throws Exception {
        assertThat(refused("a.csv", "%PDF-1.7".getBytes(UTF_8))).endsWith("NOT_A_SPREADSHEET");
        assertThat(refused("a.csv", "Xin chào\nkính gửi\n".getBytes(UTF_8))).endsWith("NO_HEADER");
        assertThat(refused("a.csv", "Mã;Họ tên\nA;B\n".getBytes(UTF_8))).endsWith("MISSING_COLUMNS");
        assertThat(refused("a.csv", "Mã;Tên;Mã đơn vị\nA;B;C\n".getBytes(UTF_8)))
                .endsWith("COLUMN_TWICE");
        assertThat(refused("a.csv", "Mã;Tên\n;\n".getBytes(UTF_8))).endsWith("NO_ROWS");
        assertThat(refused("a.csv", new byte[10 * 1024 * 1024 + 1])).endsWith("TOO_LARGE");
        mvc.perform(multipart("/units/" + branch.a + "/imports")
                        .with(user(administrator.username()))
                        .with(csrf()))
                .andExpect(status().isOk());
    }

    @Test
    void the_template_comes_back_as_it_was_sent_out() throws Exception {
        var bytes = mvc.perform(
                        get("/units/" + branch.a + "/imports/template.xlsx").with(user(administrator.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("T1-" + n);
            row.createCell(1).setCellValue("Công đoàn đặc khu Một");
            var filled = new ByteArrayOutputStream();
            book.write(filled);
            var imported = sent("mau.xlsx", filled.toByteArray());
            assertThat(faults(imported)).isEmpty();
            assertThat(imported.remarks().columns()).hasSize(ImportField.values().length);
            assertThat(imported.remarks().otherSheets()).isEmpty();
            assertThat(imported.sums().unitsNew()).isOne();
        }
    }

    @Test
    void sent_twice_is_taken_once_and_whoever_stopped_in_the_middle_is_followed_by_another() throws Exception {
        var form = UUID.randomUUID().toString();
        var file = "Mã;Tên;Loại\nK1-N;Xã Ka;xã\n".replace("-N", "-" + n).getBytes(UTF_8);
        var id = imports.receive(administrator, branch.a, form, "a.csv", new ByteArrayInputStream(file));
        assertThat(imports.receive(administrator, branch.a, form, "a.csv", new ByteArrayInputStream(file)))
                .isEqualTo(id);
        settled(id);
        assertThat(imports.apply(administrator, id, false)).isTrue();
        jdbc.sql("update unit_import set worker = 'dead', worker_until = ? where id = ? and state = 'APPLYING'")
                .params(java.sql.Timestamp.valueOf("2020-01-01 00:00:00"), id)
                .update();
        assertThat(settled(id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(jdbc.sql("select count(*) from unit where code = ?")
                        .param("K1-" + n)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void some_thousand_rows_come_in_whole() throws Exception {
        var rows = 3_000;
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook()) {
            var sheet = book.sheet(
                    "a",
                    List.of("Mã", "Tên", "Cấp trên", "Họ tên", "Chức danh").stream()
                            .map(title -> new Column(title, 20))
                            .toList());
            for (var i = 0; i < rows; i++) {
                var commune = i % 100 == 0;
                sheet.row(List.of(
                        Value.of("L" + i + "-" + n),
                        Value.of((commune ? "Công đoàn xã " : "CĐCS Công ty ") + i),
                        Value.of(commune ? null : "L" + i / 100 * 100 + "-" + n),
                        Value.of("Nguyễn Văn " + (char) ('A' + i % 26)),
                        Value.of("Cán bộ")));
            }
            book.write(bytes);
        }
        var imported = sent("a.xlsx", bytes.toByteArray());
        assertThat(faults(imported)).isEmpty();
        press(imported, "application");
        assertThat(settled(imported).state()).isEqualTo(ImportState.APPLIED);
        assertThat(units.branchOf(branch.a)).hasSize(rows + 5);
        // Of this branch alone: other tests of the same database have units called "LDLD-...".
        assertThat(jdbc.sql(
                                """
                                select count(*) from unit_closure c join unit u on u.id = c.descendant_id
                                join unit_closure b on b.descendant_id = u.id and b.ancestor_id = ? where u.code like ?""")
                        .params(branch.a.value(), "L%-" + n)
                        .query(Integer.class)
                        .single())
                .isEqualTo(30 * 3 + (rows - 30) * 4);
        press(imported, "undoing");
        assertThat(settled(imported).state()).isEqualTo(ImportState.UNDONE);
        assertThat(units.branchOf(branch.a)).hasSize(5);
    }

    private UnitImport sent(String name, String text) throws Exception {
        return sent(name, text.getBytes(UTF_8));
    }

    private UnitImport sent(String name, byte[] file) throws Exception {
        var location = mvc.perform(multipart("/units/" + branch.a + "/imports")
                        .file(new MockMultipartFile("file", name, "application/octet-stream", file))
                        .param("form", UUID.randomUUID().toString())
                        .with(user(administrator.username()))
                        .with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return settled(Long.parseLong(location.replaceAll(".*/", "")));
    }

    private String refused(String name, byte[] file) throws Exception {
        var imported = sent(name, file);
        assertThat(imported.state()).isEqualTo(ImportState.REFUSED);
        assertThat(page(imported)).contains("notice--error");
        return imported.refusal();
    }

    private UnitImport settled(UnitImport imported) {
        return settled(imported.id());
    }

    private UnitImport settled(long id) {
        Awaitility.await().atMost(java.time.Duration.ofMinutes(2)).until(() -> {
            jobs.runOne();
            return !store.find(id).orElseThrow().state().working();
        });
        return store.find(id).orElseThrow();
    }

    private void press(UnitImport imported, String act) throws Exception {
        mvc.perform(post("/imports/" + imported.id() + "/" + act)
                        .with(user(administrator.username()))
                        .with(csrf()))
                .andExpect(status().isFound());
    }

    private String page(UnitImport imported) throws Exception {
        return mvc.perform(get("/imports/" + imported.id()).with(user(administrator.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private List<String> faults(UnitImport imported) {
        return imports.faults(administrator, imported.id(), Weight.FAULT, 0, 99).stream()
                .map(fault -> fault.row() + fault.column() + " " + fault.reason())
                .toList();
    }

    private int audited(String action, UnitImport imported) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and object = ?")
                .params(action, "import:" + imported.id())
                .query(Integer.class)
                .single();
    }

    private List<Long> rowsOfTheTree() {
        return List.of("unit", "unit_version", "unit_closure", "unit_word", "person", "account", "post_holding")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
