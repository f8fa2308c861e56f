package vn.lantoa.models.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** The pages and the API of adoptions, of the tree and of the curve, as people and programs meet them. */
@IntegrationTest
class AdoptionPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext context;

    AdoptionFixtures on;
    KindId kind;

    @BeforeEach
    void aKind() {
        on = new AdoptionFixtures(context);
        kind = on.kind("Khu nhà trọ công nhân tự quản " + on.branch.a11);
    }

    @Test
    void a_superior_invites_on_the_page_and_sees_what_became_of_each() throws Exception {
        var page = mvc.perform(post("/models/adoptions/invitation")
                        .param("inviter", on.branch.a.toString())
                        .param("kind", kind.toString())
                        .param("ticked", on.branch.a1.toString())
                        .param("units", on.branch.unit(on.branch.a11).code() + "\nKHONG-CO")
                        .with(user(on.branch.officer(on.branch.a).username()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Đã mời 2 trong 3 đơn vị.")
                .contains("Công đoàn xã A1")
                .contains("Không có đơn vị này trong phạm vi");
        assertThat(page("/models/adoptions?whose=sent", on.branch.officer(on.branch.a)))
                .contains("CĐCS Công ty May A11")
                .contains("Chờ trả lời lời mời");
        assertThat(page("/models/adoptions", on.branch.officer(on.branch.a11)))
                .contains("Khu nhà trọ công nhân tự quản");
        assertThat(page("/models/adoptions", on.branch.officer(on.branch.b1)))
                .doesNotContain("Khu nhà trọ công nhân tự quản");
    }

    @Test
    void a_mistake_on_the_page_of_invitations_is_said_at_its_field_and_keeps_what_was_typed() throws Exception {
        var page = mvc.perform(post("/models/adoptions/invitation")
                        .param("inviter", on.branch.a.toString())
                        .param("kind", kind.toString())
                        .param("source", "MH-99999")
                        .param("units", "A1-KHONG")
                        .with(user(on.branch.officer(on.branch.a).username()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Không có điểm đang hoạt động")
                .contains("A1-KHONG")
                .contains("MH-99999");
    }

    @Test
    void a_unit_asks_from_the_page_of_a_kind_and_its_superior_finds_the_request() throws Exception {
        var officer = on.branch.officer(on.branch.a11);
        assertThat(page("/models/adoptions/new?kind=" + kind, officer)).contains("selected");
        var sent = mvc.perform(post("/models/adoptions")
                        .param("unit", on.branch.a11.toString())
                        .param("kind", kind.toString())
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(sent, officer)).contains("Rút đề nghị").contains("Chờ ý kiến cấp trên");
        assertThat(page("/models/adoptions?whose=requests", on.branch.officer(on.branch.a1)))
                .contains("CĐCS Công ty May A11");
        var id = sent.substring(sent.lastIndexOf('/') + 1);
        mvc.perform(post("/models/adoptions/" + id + "/withdrawal")
                        .param("reason", "Chưa chuẩn bị kịp")
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(page("/models/adoptions?stage=done", officer)).contains("Đã rút lại");
    }

    @Test
    void the_tree_shows_who_took_it_over_from_whom_and_hides_what_one_may_not_read() throws Exception {
        var first = on.site(kind, on.branch.b, "Tổ đầu tiên ở B", null, on.today.minusYears(3));
        var closed = on.site(kind, on.branch.b1, "Tổ đã đóng ở B1", first, on.today.minusYears(2), "CLOSED");
        var living = on.site(kind, on.branch.a1, "Tổ ở A1", closed, on.today.minusYears(1));
        on.site(kind, on.branch.b1, "Tổ đóng không ai theo", first, on.today.minusYears(1), "CLOSED");
        on.site(kind, on.branch.a11, "Dự thảo ở A11", living, on.today, "DRAFT");
        var reader = on.branch.officer(on.branch.a11);
        var page = page(spread(), reader);
        assertThat(page)
                .contains("Tổ đầu tiên ở B", "Một điểm không còn hoạt động", "Tổ ở A1")
                .contains("3 điểm; 2 điểm được nhân ra từ điểm khác.")
                .doesNotContain("Tổ đã đóng ở B1", "Tổ đóng không ai theo", "Dự thảo ở A11");
        assertThat(page.indexOf("Tổ đầu tiên ở B")).isLessThan(page.indexOf("Tổ ở A1"));
        assertThat(page(spread(), on.branch.officer(on.branch.b))).contains("Tổ đã đóng ở B1", "Tổ đóng không ai theo");
        assertThat(page(spread() + "?from=" + closed, reader))
                .contains("Tổ ở A1")
                .doesNotContain("Tổ đầu tiên ở B");
        mvc.perform(get(spread() + "?from=999999").with(user(reader.username())))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_large_tree_is_folded_with_its_counts_and_every_site_can_be_reached() throws Exception {
        var first = on.site(kind, on.branch.a, "Gốc", null, on.today.minusYears(1));
        SiteId last = null;
        for (var n = 1; n <= 25; n++) {
            last = on.site(kind, on.branch.a1, "Nhánh thứ " + n + ".", first, on.today);
        }
        for (var n = 1; n <= 3; n++) {
            on.site(kind, on.branch.a11, "Cháu " + n, last, on.today);
        }
        var reader = on.branch.officer(on.branch.b);
        var page = page(spread(), reader);
        assertThat(page)
                .contains("Được học theo bởi 25 điểm, cả nhánh 28 điểm")
                .contains("Cháu 3", "Nhánh thứ 19.")
                .contains("Xem 5 điểm nữa của nhánh này")
                .doesNotContain("Nhánh thứ 20.");
        assertThat(page(spread() + "?from=" + first + "&skip=20", reader))
                .contains("Nhánh thứ 20.", "Nhánh thứ 24.")
                .doesNotContain("Nhánh thứ 19.");
    }

    @Test
    void programs_ask_invite_and_read_tree_and_curve() throws Exception {
        var inviter = on.branch.officer(on.branch.a);
        var body = "{\"inviter\":\"%s\",\"kind\":\"%s\",\"units\":[\"%s\",\"KHONG-CO\"]}"
                .formatted(on.branch.a, kind, on.branch.a1);
        mvc.perform(post("/api/v1/model-adoptions/invitations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(user(inviter.username()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.invited").value(1))
                .andExpect(jsonPath("$.items[0].result").value("INVITED"))
                .andExpect(jsonPath("$.items[1].result").value("NOT_IN_BRANCH"));
        mvc.perform(get("/api/v1/model-adoptions")
                        .with(user(on.branch.officer(on.branch.a1).username())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].state").value("INVITED"))
                .andExpect(jsonPath("$.items[0].kind.id").value(kind.toString()));
        var asking = "{\"unit\":\"%s\",\"kind\":\"%s\"}".formatted(on.branch.a11, kind);
        var officer = on.branch.officer(on.branch.a11);
        mvc.perform(post("/api/v1/model-adoptions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(asking)
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().isCreated());
        mvc.perform(post("/api/v1/model-adoptions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(asking)
                        .with(user(officer.username()))
                        .with(csrf()))
                .andExpect(status().isConflict());
        var first = on.site(kind, on.branch.b, "Tổ đầu tiên ở B", null, on.today.minusMonths(5));
        on.site(kind, on.branch.b1, "Tổ thứ hai ở B1", first, on.today.minusMonths(1));
        mvc.perform(get("/api/v1/model-kinds/" + kind + "/spread").with(user(officer.username())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sites").value(2))
                .andExpect(jsonPath("$.tree[0].taken[0].site.name").value("Tổ thứ hai ở B1"))
                .andExpect(jsonPath("$.curve[0].sites").value(1))
                .andExpect(jsonPath("$.curve[-1].sites").value(2));
    }

    private String spread() {
        return "/models/kinds/" + kind + "/spread";
    }

    private String page(String path, Actor actor) throws Exception {
        return mvc.perform(get(path).with(user(actor.username())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
