package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The page of the recognition, its files in and out, and the API. */
@IntegrationTest
class SafetyPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    SafetyFixtures safety;
    Branch branch;
    int year;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        branch = safety.branch;
        year = safety.today().getYear();
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    @Test
    void the_officer_opens_the_file_of_a_year_once() throws Exception {
        assertThat(page("/models/safety", branch.a11))
                .contains("Mở hồ sơ", "Ghi số ký cam kết")
                .doesNotContain("??");
        var address = "/models/safety/units/" + branch.a11 + "/files";
        var opened = send(post(address).param("year", "" + year), branch.a11);
        assertThat(opened.getRedirectedUrl()).startsWith("/dossiers/safety-file/");
        assertThat(page(opened.getRedirectedUrl(), branch.a11))
                .contains("An toàn về an ninh, trật tự năm " + year, "Quy mô doanh nghiệp")
                .doesNotContain("??");
        var again = send(post(address).param("year", "" + year), branch.a11);
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(text(again)).contains("Mỗi đơn vị chỉ đăng ký một lần trong năm");
        assertThat(send(post(address).param("year", "1999"), branch.a11).getStatus())
                .isEqualTo(422);
    }

    @Test
    void the_superior_sees_the_branch_in_counts_and_takes_it_along() throws Exception {
        var shown = safety.file(safety.at(branch.a11, State.AWAITING)).year();
        send(
                post("/models/safety/units/" + branch.a11 + "/commitments")
                        .param("countedOn", safety.today().toString())
                        .param("people", "1234")
                        .param("units", "7"),
                branch.a11);
        assertThat(page("/models/safety?year=" + shown, branch.a))
                .contains("Công đoàn xã A1", "1.234")
                .doesNotContain("??");
        var file = send(get("/models/safety/overview.xlsx?year=" + shown), branch.a);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            var sheet = book.getSheetAt(0);
            var line = sheet.getRow(2);
            assertThat(line.getCell(0).getStringCellValue()).isEqualTo("Công đoàn xã A1");
            assertThat(line.getCell(1).getNumericCellValue()).isEqualTo(1);
            assertThat(line.getCell(2).getNumericCellValue()).isEqualTo(1);
            assertThat(line.getCell(9).getNumericCellValue()).isEqualTo(1234);
        }
    }

    @Test
    void a_commitment_is_corrected_on_the_page_and_the_old_count_stays() throws Exception {
        var address = "/models/safety/units/" + branch.a11 + "/commitments";
        var today = safety.today().toString();
        send(post(address).param("countedOn", today).param("people", "77").param("units", "1"), branch.a11);
        var id = safety.jdbc
                .sql("select id from safety_commitment where unit_id = ?")
                .param(branch.a11.value())
                .query(Long.class)
                .single();
        var corrected = send(
                post("/models/safety/commitments/" + id + "/correction")
                        .param("unit", branch.a11.toString())
                        .param("year", "" + safety.year())
                        .param("countedOn", today)
                        .param("people", "70")
                        .param("units", "1")
                        .param("reason", "Đếm trùng"),
                branch.a11);
        assertThat(corrected.getStatus()).isEqualTo(302);
        assertThat(page("/models/safety?year=" + safety.year(), branch.a11))
                .contains("Đã đính chính", "Đính chính: Đếm trùng", ">77<", ">70<");
        var refused = send(post(address).param("countedOn", today).param("people", "x"), branch.a11);
        assertThat(refused.getStatus()).isEqualTo(422);
    }

    @Test
    void a_list_is_looked_at_refused_with_its_difference_and_taken() throws Exception {
        var address = "/models/safety/units/" + branch.a1 + "/list";
        assertThat(page(address + "?kind=RATING", branch.a1))
                .contains("Xuất sắc")
                .doesNotContain("??");
        var wrong = look(address, "2");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("quyết định ghi 2, danh sách có 1, chênh -1", "Chưa ghi nhận gì");
        var sound = look(address, "1");
        assertThat(sound.getStatus()).isEqualTo(200);
        assertThat(text(sound)).contains("Ghi nhận 1 kết quả").doesNotContain("??");
        var rows = "[{\"line\":2,\"object\":\"DN\",\"code\":\"" + code() + "\",\"name\":null,\"result\":\"Đạt\"}]";
        var taken = send(fields(post(address + "/application"), "1").param("rows", rows), branch.a1);
        assertThat(taken.getRedirectedUrl()).contains("/models/safety?unit=" + branch.a1);
        assertThat(page("/models/safety?year=" + year, branch.a1)).contains("Số 55/QĐ-UBND", "Đạt");
        var again = send(fields(post(address + "/application"), "1").param("rows", rows), branch.a1);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(text(again)).contains("đã có kết quả năm " + year);
        var broken = send(fields(post(address + "/application"), "1").param("rows", "{"), branch.a1);
        assertThat(broken.getStatus()).isEqualTo(422);
    }

    @Test
    void a_wrong_result_is_corrected_by_its_post_and_the_old_one_stays_to_be_read() throws Exception {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        year = 2027;
        var file = safety.at(branch.a11, SafetyFile.State.AWAITING);
        safety.complete(branch.officer(branch.a11), file, "RecordDecision", "record", safety.decision("PASSED"));
        var id = safety.jdbc
                .sql("select max(id) from safety_result where unit_id = ?")
                .param(branch.a11.value())
                .query(Long.class)
                .single();
        var address = "/models/safety/results/" + id + "/correction";
        assertThat(page("/models/safety?year=2027", branch.a11)).contains(address);
        assertThat(page("/models/safety?year=2027", branch.a1)).doesNotContain(address);
        assertThat(send(right(address, "PASSED", "88/QĐ-UBND", ""), branch.a11).getStatus())
                .as("no reason")
                .isEqualTo(422);
        assertThat(send(right(address, "GOOD", "88/QĐ-UBND", "Nhầm"), branch.a11)
                        .getStatus())
                .as("a rating is no recognition")
                .isEqualTo(422);
        assertThat(send(right(address, "PASSED", "88/QĐ-UBND", "Nhầm"), branch.a11)
                        .getStatus())
                .as("nothing else than before")
                .isEqualTo(422);
        assertThat(send(right(address, "FAILED", "90/QĐ-UBND", "Nhầm"), branch.a1)
                        .getStatus())
                .as("another post")
                .isEqualTo(403);
        var done = send(right(address, "FAILED", "90/QĐ-UBND", "Ghi nhầm dòng của đơn vị khác"), branch.a11);
        assertThat(done.getRedirectedUrl()).contains("/models/safety?unit=" + branch.a11);
        assertThat(page("/models/safety?year=2027", branch.a11))
                .contains(
                        "Số 88/QĐ-UBND", "Đã đính chính", "Số 90/QĐ-UBND", "Đính chính: Ghi nhầm dòng của đơn vị khác");
        assertThat(safety.file(file).state()).isEqualTo(SafetyFile.State.NOT_RECOGNISED);
        assertThat(text(send(get("/api/v1/units/" + branch.a11 + "/safety?year=2027"), branch.a11)))
                .contains("\"passed\":0", "\"failed\":1", "\"counts\":false");
        assertThat(safety.jdbc
                        .sql("select count(*) from audit_entry where action = 'safety-result.corrected' and object = ?")
                        .param("safety-result:" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(send(right(address, "PASSED", "91/QĐ-UBND", "Lần nữa"), branch.a11)
                        .getStatus())
                .as("only what counts is corrected")
                .isEqualTo(409);
        var newest = safety.jdbc
                .sql("select corrected_by from safety_result where id = ?")
                .param(id)
                .query(Long.class)
                .single();
        var again = json(
                "/api/v1/safety-results/" + newest + "/correction",
                "{\"result\":\"Đạt\",\"number\":\"91/QĐ-UBND\",\"decidedOn\":\"2027-10-01\",\"issuer\":\"UBND xã\",\"reason\":\"UBND sửa\"}");
        assertThat(send(again, branch.a11).getStatus()).isEqualTo(201);
        assertThat(safety.file(file).state()).isEqualTo(SafetyFile.State.RECOGNISED);
    }

    private MockHttpServletRequestBuilder right(String address, String result, String number, String reason) {
        return post(address)
                .param("unit", branch.a11.toString())
                .param("year", "2027")
                .param("result", result)
                .param("number", number)
                .param("decidedOn", safety.today().toString())
                .param("issuer", "Chủ tịch UBND xã A1")
                .param("reason", reason);
    }

    @Test
    void a_file_is_found_by_its_year_and_the_words_of_its_unit_where_its_models_are_seen() throws Exception {
        var id = safety.open(branch.a11);
        var found = "/dossiers/safety-file/" + id;
        assertThat(page("/search?q=antt+" + safety.year() + "+may", branch.a11)).contains(found);
        assertThat(page("/search?q=an+toan+dien+tu", branch.a1)).doesNotContain(found);
        assertThat(page("/search?q=antt+may", branch.a1)).contains(found);
        assertThat(page("/search?q=antt+1999+may", branch.a1)).doesNotContain(found);
        assertThat(page("/search?q=antt+may", branch.b1)).doesNotContain(found);
    }

    @Test
    void the_api_says_the_same() throws Exception {
        var files = "/api/v1/units/" + branch.a11 + "/safety-files";
        var made = send(json(files, "{\"year\":" + year + "}"), branch.a11);
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(text(send(get(made.getHeader("Location")), branch.a11))).contains("\"state\":\"REGISTERING\"");
        assertThat(send(json(files, "{\"year\":" + year + "}"), branch.a11).getStatus())
                .isEqualTo(409);
        var good =
                "{\"kind\":\"RECOGNITION\",\"year\":" + year + ",\"number\":\"1/QĐ\",\"decidedOn\":\"" + safety.today()
                        + "\",\"issuer\":\"UBND\",\"totals\":{\"PASSED\":1,\"FAILED\":0},\"rows\":[{\"object\":\"DN\",\"unit\":\""
                        + branch.unit(branch.a12).code() + "\",\"result\":\"Khá\"}]}";
        var decisions = "/api/v1/units/" + branch.a1 + "/safety-decisions";
        var refused = send(json(decisions, good), branch.a1);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("\"key\":\"rows.1\"", "phân loại phong trào");
        assertThat(send(json(decisions, good.replace("Khá", "Đạt")), branch.a1).getStatus())
                .isEqualTo(201);
        assertThat(text(send(get("/api/v1/units/" + branch.a1 + "/safety?year=" + year), branch.a1)))
                .contains("\"passed\":1", "\"recognitions\":[{", "\"ratings\":[]");
        var commitments = "/api/v1/units/" + branch.a11 + "/safety-commitments";
        assertThat(send(
                                json(
                                        commitments,
                                        "{\"countedOn\":\"" + safety.today() + "\",\"people\":5,\"units\":1}"),
                                branch.a11)
                        .getStatus())
                .isEqualTo(201);
        assertThat(text(send(get(commitments + "?year=" + safety.year()), branch.a11)))
                .contains("\"people\":5");
    }

    private MockHttpServletResponse look(String address, String passed) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            var head = sheet.createRow(0);
            var row = sheet.createRow(1);
            var cells = new String[][] {{"Đối tượng", "DN"}, {"Mã đơn vị", code()}, {"Kết quả", "Đạt"}};
            for (var i = 0; i < cells.length; i++) {
                head.createCell(i).setCellValue(cells[i][0]);
                row.createCell(i).setCellValue(cells[i][1]);
            }
            book.write(out);
        }
        var file = new MockMultipartFile("file", "danh-sach.xlsx", null, out.toByteArray());
        return send(fields(multipart(address).file(file), passed), branch.a1);
    }

    private MockHttpServletRequestBuilder fields(MockHttpServletRequestBuilder request, String passed) {
        return request.param("kind", "RECOGNITION")
                .param("year", "" + year)
                .param("number", "55/QĐ-UBND")
                .param("decidedOn", safety.today().toString())
                .param("issuer", "UBND xã A1")
                .param("stated.PASSED", passed)
                .param("stated.FAILED", "0");
    }

    private String code() {
        return branch.unit(branch.a12).code();
    }

    private static MockHttpServletRequestBuilder json(String address, String body) {
        return post(address).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private String page(String address, UnitId unit) throws Exception {
        var response = send(get(address), unit);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return text(response);
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).replace("&quot;", "\"");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, UnitId unit) throws Exception {
        return mvc.perform(request.with(user(branch.username(Post.OFFICER, unit)))
                        .locale(SafetyFixtures.VIETNAMESE)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }
}
