package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.PersonalDataErased;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The pages, the list brought from a file and the API of nominations. */
@IntegrationTest
class NominationPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    AwardFixtures award;
    Branch branch;

    @BeforeEach
    void aSeason() {
        award = new AwardFixtures(context);
        branch = award.branch;
    }

    @Test
    void the_season_shows_its_days_and_what_stands_where() throws Exception {
        award.nominate(branch.a11, "GK_CTTT", "Đinh Thị Trang");
        var page = seen(get("/awards"), Post.OFFICER, branch.a1);
        assertThat(page)
                .contains("Đang xét", "Các mốc của đợt xét", "Danh sách đề nghị")
                .doesNotContain("??");
        assertThat(seen(get("/awards"), Post.LEADER, branch.root)).contains("Mở đợt xét khen thưởng");
        var again = mvc.perform(post("/awards/units/" + branch.root + "/seasons")
                        .param("year", String.valueOf(LocalDate.now().getYear()))
                        .with(user(branch.username(Post.LEADER, branch.root)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(409);
    }

    @Test
    void a_dossier_opens_with_its_findings_and_never_has_a_name_in_its_title() throws Exception {
        var started = mvc.perform(post("/awards/units/" + branch.a11 + "/nominations")
                        .with(user(branch.username(Post.OFFICER, branch.a11)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(started.getRedirectedUrl()).startsWith("/dossiers/nomination/");
        assertThat(seen(get(started.getRedirectedUrl()), Post.OFFICER, branch.a11))
                .contains("Trình xét", "Lưu và kiểm tra điều kiện", "phiếu đồng ý");
        var id = award.nominate(branch.a11, "BK_LDLD", "Triệu Thị Bí Mật");
        assertThat(seen(get("/dossiers/nomination/" + id), Post.OFFICER, branch.a11))
                .contains("Triệu Thị Bí Mật");
        assertThat(jdbc.sql("select count(*) from task where dossier_title like '%Bí Mật%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from dossier_event where dossier_type = 'nomination' and (details like '%Bí Mật%' or note like '%Bí Mật%')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_entry where facts like '%Bí Mật%' or payload like '%Bí Mật%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like '%Bí Mật%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        award.through(id);
        assertThat(seen(get("/dossiers/nomination/" + id), Post.OFFICER, branch.a))
                .contains("Triệu Thị Bí Mật");
        assertThat(seen(get("/awards/nominations/" + id + "/access"), Post.LEADER, branch.a11))
                .contains("Nguyễn Thử Cán A", "Xem hồ sơ");
        assertThat(answer(get("/awards/nominations/" + id + "/access"), Post.OFFICER, branch.a11)
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(get("/dossiers/nomination/" + id), Post.OFFICER, branch.b)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_list_and_the_slips_name_everybody_and_say_that_they_did() throws Exception {
        var id = award.nominate(branch.a11, "GK_CTTT", "Hà Thị Phiếu");
        assertThat(seen(get("/awards/nominations"), Post.OFFICER, branch.a11))
                .contains("Hà Thị Phiếu", "Nhập danh sách trích ngang", "In phiếu đồng ý");
        assertThat(seen(get("/awards/units/" + branch.a11 + "/consent-slips"), Post.OFFICER, branch.a11))
                .contains("Hà Thị Phiếu", "PHIẾU ĐỒNG Ý");
        assertThat(jdbc.sql("select purpose from nominee_access where nomination_id = ? and person_id = ?")
                        .params(id.value(), branch.officer(branch.a11).id().value())
                        .query(String.class)
                        .list())
                .contains("list", "consent-slips");
    }

    @Test
    void a_list_from_a_file_is_looked_at_first_and_begun_once() throws Exception {
        var template = answer(get("/awards/units/" + branch.a11 + "/list/template.xlsx"), Post.OFFICER, branch.a11)
                .getContentAsByteArray();
        byte[] filled;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template));
                var out = new ByteArrayOutputStream()) {
            var sheet = book.getSheetAt(0);
            fill(
                    sheet.createRow(1),
                    "Cá nhân",
                    "Võ Thị Hoà",
                    "Nữ",
                    1990,
                    "Giấy khen của Ban Chấp hành công đoàn cấp trên trực tiếp cơ sở");
            fill(sheet.createRow(2), "Tập thể", "Tổ may số 3", "", null, "GK_CTTT");
            fill(sheet.createRow(3), "Cá nhân", "Võ Thị Lạ", "Nữ", 1991, "Huân chương");
            book.write(out);
            filled = out.toByteArray();
        }
        var preview = mvc.perform(multipart("/awards/units/" + branch.a11 + "/list")
                        .file(new MockMultipartFile("file", "trich-ngang.xlsx", null, filled))
                        .with(user(branch.username(Post.OFFICER, branch.a11)))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(preview).contains("Sẽ lập 2 hồ sơ", "Võ Thị Hoà", "Tổ may số 3", "Dòng 4");
        var json = context.getBean(ObjectMapper.class)
                .writeValueAsString(List.of(
                        Map.of("line", 2, "name", "Võ Thị Hoà", "sex", "FEMALE", "birthYear", 1990, "title", "GK_CTTT"),
                        Map.of("line", 3, "name", "Tổ may số 3", "collective", true, "title", "GK_CTTT"),
                        Map.of("line", 4, "name", "Võ Thị Lạ", "title", "CO_TLD")));
        for (var expected : List.of("đã lập hồ sơ dự thảo", "đơn vị đã có hồ sơ này")) {
            var applied = seen(
                    post("/awards/units/" + branch.a11 + "/list/application")
                            .param("rows", json)
                            .with(csrf()),
                    Post.OFFICER,
                    branch.a11);
            assertThat(applied).contains(expected, "Dòng 4");
        }
        assertThat(context.getBean(Nominations.class).proposedBy(branch.a11, award.season))
                .hasSize(2);
        var refused = mvc.perform(multipart("/awards/units/" + branch.a11 + "/list")
                        .file(new MockMultipartFile(
                                "file", "trich-ngang.xlsx", null, "không phải bảng tính".getBytes()))
                        .with(user(branch.username(Post.OFFICER, branch.a11)))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
    }

    @Test
    void the_api_begins_shows_and_withdraws() throws Exception {
        var body = Map.of(
                "unit", branch.unit(branch.a11).code(),
                "title", "GK_CTTT",
                "periodFrom", LocalDate.now().minusYears(1).toString(),
                "nominee", Map.of("whom", "person", "name", "Đoàn Thị API", "sex", "FEMALE"));
        var made = api(post("/api/v1/nominations"), body, branch.a11);
        assertThat(made.getStatus()).isEqualTo(201);
        var json = context.getBean(ObjectMapper.class);
        var id = json.readTree(made.getContentAsString()).path("id").asText();
        var found = json.readTree(
                api(get("/api/v1/nominations/" + id), null, branch.a11).getContentAsString());
        assertThat(found.path("nominee").path("name").asText()).isEqualTo("Đoàn Thị API");
        assertThat(found.path("state").asText()).isEqualTo("DRAFT");
        assertThat(api(get("/api/v1/nominations/" + id + "/eligibility"), null, branch.a11)
                        .getContentAsString())
                .contains("E18", "Luật 91/2025/QH15");
        assertThat(api(get("/api/v1/units/" + branch.a11 + "/award-titles"), null, branch.a11)
                        .getContentAsString())
                .contains("GK_CDCS")
                .doesNotContain("owner\":1");
        assertThat(api(get("/api/v1/units/" + branch.a11 + "/seasons"), null, branch.a11)
                        .getContentAsString())
                .contains("nominateBy");
        assertThat(api(get("/api/v1/units/" + branch.a11 + "/nominations"), null, branch.a11)
                        .getContentAsString())
                .contains("Đoàn Thị API");
        assertThat(api(post("/api/v1/nominations"), Map.of("unit", branch.a11.toString(), "title", "XX"), branch.a11)
                        .getStatus())
                .isEqualTo(422);
        assertThat(api(post("/api/v1/nominations/" + id + "/withdrawal"), Map.of("reason", " "), branch.a11)
                        .getStatus())
                .isEqualTo(422);
        assertThat(api(post("/api/v1/nominations/" + id + "/withdrawal"), Map.of("reason", "Rút"), branch.a11)
                        .getStatus())
                .isEqualTo(204);
        assertThat(api(post("/api/v1/nominations/" + id + "/withdrawal"), Map.of("reason", "Rút"), branch.a11)
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void what_is_erased_leaves_forms_drafts_and_notes_too() {
        var id = award.nominate(branch.a11, "GK_CTTT", "Tạ Thị Xóa");
        assertThat(jdbc.sql("select count(*) from decision_fact where answers like '%Tạ Thị Xóa%'")
                        .query(Integer.class)
                        .single())
                .isOne();
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.publishEvent(new PersonalDataErased(id.dossier())));
        assertThat(jdbc.sql("select count(*) from decision_fact where answers like '%Tạ Thị Xóa%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from decision_fact where dossier_type = 'nomination' and dossier_id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private static void fill(
            org.apache.poi.ss.usermodel.Row row, String kind, String name, String sex, Integer born, String title) {
        row.createCell(0).setCellValue(kind);
        row.createCell(1).setCellValue(name);
        row.createCell(2).setCellValue(sex);
        if (born != null) {
            row.createCell(3).setCellValue(born);
        }
        row.createCell(8).setCellValue(title);
    }

    private MockHttpServletResponse api(MockHttpServletRequestBuilder request, Object body, UnitId unit)
            throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(context.getBean(ObjectMapper.class).writeValueAsString(body));
        }
        return mvc.perform(request.with(user(branch.username(Post.OFFICER, unit))))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Post post, UnitId unit)
            throws Exception {
        return mvc.perform(request.with(user(branch.username(post, unit))))
                .andReturn()
                .getResponse();
    }

    private String seen(MockHttpServletRequestBuilder request, Post post, UnitId unit) throws Exception {
        var answer = answer(request, post, unit);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
