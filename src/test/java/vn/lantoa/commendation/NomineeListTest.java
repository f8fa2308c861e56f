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
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A list of nominees brought from a file. */
@IntegrationTest
class NomineeListTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    AwardFixtures award;
    Branch branch;
    AwardVisits visit;

    @BeforeEach
    void aSeason() {
        award = new AwardFixtures(context);
        branch = award.branch;
        visit = new AwardVisits(mvc, branch);
    }

    @Test
    void a_list_from_a_file_is_looked_at_first_and_begun_once() throws Exception {
        var template = visit.answer(
                        get("/awards/units/" + branch.a11 + "/list/template.xlsx"), Post.OFFICER, branch.a11)
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
            var applied = visit.seen(
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

    private static void fill(Row row, String kind, String name, String sex, Integer born, String title) {
        row.createCell(0).setCellValue(kind);
        row.createCell(1).setCellValue(name);
        row.createCell(2).setCellValue(sex);
        if (born != null) {
            row.createCell(3).setCellValue(born);
        }
        row.createCell(8).setCellValue(title);
    }
}
