package vn.lantoa.organization;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

@IntegrationTest
class UnitPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Units units;

    Branch branch;
    String administrator;
    String officer;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        administrator = branch.username(Post.UNIT_ADMINISTRATOR, branch.a);
        officer = branch.username(Post.OFFICER, branch.a);
    }

    @Test
    void an_officer_sees_the_branch_and_no_forms() throws Exception {
        page(officer, "/units")
                .andExpect(content()
                        .string(allOf(
                                containsString("LĐLĐ tỉnh A"),
                                containsString("Công đoàn xã A1"),
                                not(containsString("LĐLĐ tỉnh B")))));
        page(officer, "/units/" + branch.a1)
                .andExpect(content()
                        .string(allOf(
                                containsString("Nguyễn Thử Lãnh A1"),
                                containsString("CĐCS Công ty May A11"),
                                containsString("TM. (ký thay mặt)"),
                                not(containsString("Đổi tên")),
                                not(containsString("In phiếu kích hoạt")),
                                not(containsString("??")),
                                not(containsString(" style=")))));
    }

    @Test
    void an_administrator_sees_the_forms_of_the_branch() throws Exception {
        page(administrator, "/units/" + branch.a1)
                .andExpect(content()
                        .string(allOf(
                                containsString("Đổi tên"),
                                containsString("Giao chức danh"),
                                containsString("In phiếu kích hoạt"),
                                containsString("Cử người làm thay"),
                                not(containsString("Quản trị hệ thống")),
                                not(containsString("??")))));
    }

    @Test
    void the_administrator_of_the_installation_sees_the_whole_tree_on_any_date() throws Exception {
        var root = branch.username(Post.ADMINISTRATOR, branch.root);
        var bacNinh = units.findByCode("LDLD-24").orElseThrow().id();
        page(root, "/units?q=bac+ninh").andExpect(content().string(containsString("LDLD-OLD-27")));
        page(root, "/units/" + bacNinh)
                .andExpect(
                        content().string(allOf(containsString("LĐLĐ tỉnh Bắc Giang"), containsString("LDLD-OLD-24"))));
        page(root, "/units/" + units.findByCode("TLD").orElseThrow().id() + "?on=2025-06-30")
                .andExpect(content().string(containsString("LĐLĐ tỉnh Bạc Liêu")));
        page(root, "/units/" + units.findByCode("LDLD-OLD-27").orElseThrow().id())
                .andExpect(content().string(containsString("Chuyển thành")));
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_why_at_the_field() throws Exception {
        send(post("/units/" + branch.a1 + "/name")
                        .param("name", "<b>" + "ê".repeat(300))
                        .param("from", "2026-03-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;b&gt;êê"),
                                containsString("Tên quá dài (nhiều nhất 200 ký tự)."),
                                containsString("<details class=\"card\" open=\"open\">"))));
        send(post("/units/" + branch.a1 + "/superior")
                        .param("parent", "KHONG-CO")
                        .param("from", "2026-03-01"))
                .andExpect(status().isUnprocessableEntity());
        send(post("/units/" + branch.a1 + "/closing").param("lastDay", "2026-03-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Còn đơn vị trực thuộc")));
    }

    @Test
    void a_change_is_done_and_shown() throws Exception {
        send(post("/units/" + branch.a1 + "/name")
                        .param("name", "Công đoàn xã Mới")
                        .param("from", "2026-03-01"))
                .andExpect(redirectedUrl("/units/" + branch.a1));
        page(administrator, "/units/" + branch.a1)
                .andExpect(
                        content().string(allOf(containsString("Công đoàn xã Mới"), containsString("Công đoàn xã A1"))));
        var code = "moi-" + branch.a1;
        send(post("/units/" + branch.a1 + "/subordinates")
                        .param("code", code)
                        .param("name", "CĐCS Mới")
                        .param("kind", "GRASSROOTS_UNION")
                        .param("from", "2026-03-02"))
                .andExpect(redirectedUrl("/units/" + branch.a1));
        send(post("/units/" + branch.a1 + "/people")
                        .param("username", code)
                        .param("name", "Lê Thị Mới")
                        .param("email", "")
                        .param("phone", ""))
                .andExpect(redirectedUrlPattern("/units/" + branch.a1 + "/slips?person=*"));
        send(post("/units/" + branch.a2 + "/holders")
                        .param("username", code)
                        .param("post", "canbo")
                        .param("capacity", "")
                        .param("from", "2026-03-01"))
                .andExpect(redirectedUrl("/units/" + branch.a2));
        page(administrator, "/units/" + branch.a2).andExpect(content().string(containsString("Lê Thị Mới")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?on=2026-02-30", "?on=hôm qua"})
    void a_date_that_is_none_is_a_bad_request(String query) throws Exception {
        mvc.perform(get("/units/" + branch.a1 + query).with(user(officer)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Yêu cầu không hợp lệ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/units/abc", "/units/-1", "/units/99999999999999999999", "/units/1%27%20or%201=1"})
    void a_unit_that_is_none_is_not_found(String path) throws Exception {
        mvc.perform(get(java.net.URI.create(path)).with(user(officer))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "🙂", "đ", "\"><script>", "a a a a a a a a a a a a a a"})
    void whatever_is_searched_for_gets_a_page(String words) throws Exception {
        mvc.perform(get("/units").param("q", words).param("after", "///").with(user(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>"))));
        mvc.perform(get("/units").param("q", words.repeat(2000)).with(user(officer)))
                .andExpect(status().isOk());
    }

    @Test
    void a_person_without_a_post_has_no_such_page() throws Exception {
        mvc.perform(get("/units").with(user(branch.nobody()))).andExpect(status().isForbidden());
        mvc.perform(get("/units/" + branch.a).with(user(branch.nobody()))).andExpect(status().isNotFound());
    }

    @Test
    void the_interface_lists_the_visible_tree() throws Exception {
        mvc.perform(get("/api/v1/units").with(user(officer)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].name").value("LĐLĐ tỉnh A"));
        mvc.perform(get("/api/v1/units")
                        .param("parent", branch.a.toString())
                        .param("size", "1")
                        .with(user(officer)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].parent").value(branch.a.toString()))
                .andExpect(jsonPath("$.items[0].validFrom").value("2025-07-01"))
                .andExpect(jsonPath("$.next").isNotEmpty());
        mvc.perform(get("/api/v1/units").param("q", "may a11").with(user(officer)))
                .andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get("/api/v1/units").param("q", "b1").with(user(officer)))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(get("/api/v1/units").param("parent", branch.b.toString()).with(user(officer)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/units").param("parent", "x").with(user(officer)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/units").param("size", "100000").with(user(officer)))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/units").param("on", "2026-13-01").with(user(officer)))
                .andExpect(status().isBadRequest());
    }

    private ResultActions page(String username, String path) throws Exception {
        return mvc.perform(get(path).with(user(username))).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form.with(user(administrator)).with(csrf()));
    }
}
