package vn.lantoa.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Nominations through the API. */
@IntegrationTest
class NominationApiTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    Branch branch;

    @BeforeEach
    void aSeason() {
        branch = new AwardFixtures(context).branch;
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
}
