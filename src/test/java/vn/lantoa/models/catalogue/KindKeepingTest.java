package vn.lantoa.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.ModelSitesOfTests;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Entries of the catalogue kept through its pages: entered once, edited, withdrawn, merged, with a picture that is checked. */
@IntegrationTest
class KindKeepingTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ModelKinds kinds;

    @Autowired
    ModelSites sites;

    @Autowired
    KindShelf shelf;

    @Autowired
    Claims claims;

    @Autowired
    ApplicationContext context;

    Branch branch;
    String mark;

    @BeforeEach
    void grow() {
        branch = Branch.grow(context);
        mark = "k" + branch.root;
    }

    @Test
    void the_first_start_brings_the_models_that_unions_have_published_kept_by_the_root() {
        assertThat(kinds.standing())
                .extracting(ModelKind::code)
                .contains("boarding_house_group", "worker_group", "mediation_group", "worker_security_group");
        assertThat(kinds.standing())
                .filteredOn(kind -> kind.code().equals("boarding_house_group"))
                .allSatisfy(kind -> assertThat(kind.rules()).isNotBlank());
    }

    @Test
    void a_kind_is_entered_once_and_whoever_proposes_it_again_is_told_and_led_to_it() throws Exception {
        var id = entered(branch.officer(branch.a), "Tổ xe công nhân " + mark);
        assertThat(kinds.find(id).orElseThrow().keeper()).isEqualTo(branch.a);
        enter(branch.officer(branch.b), "TO XE công nhân " + mark, false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("/models/kinds/" + id)));
        enter(branch.officer(branch.b), "TO XE công nhân " + mark, true).andExpect(status().isUnprocessableEntity());
        enter(branch.officer(branch.b), "Công nhân xe tổ " + mark + " mới", false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Đã xem; đây là loại mô hình khác")));
        var other = entered(branch.officer(branch.b), "Công nhân xe tổ " + mark + " mới");
        page(branch.officer(branch.a1), id).andExpect(content().string(containsString("/models/kinds/" + other)));
        enter(branch.officer(branch.a), " ", false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Ghi tên loại mô hình")));
    }

    @Test
    void only_its_keeper_and_the_superiors_edit_and_its_sites_are_found_by_the_new_name() throws Exception {
        var id = entered(branch.officer(branch.a1), "Tủ sách " + mark + " công nhân");
        new ModelSitesOfTests(context).add(id, branch.a2, "Điểm một", SiteState.ACTIVE);
        edit(branch.officer(branch.b), id, "Tủ lạ " + mark).andExpect(status().isNotFound());
        edit(branch.leader(branch.a), id, "Tủ lạ " + mark).andExpect(status().isForbidden());
        edit(branch.officer(branch.a), id, "Kệ báo zx" + mark).andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/v1/model-catalogue?q=zx" + mark).with(user(branch.nobody())))
                .andExpect(jsonPath("$.items[0].name").value("Điểm một"));
        mvc.perform(get("/dossiers/model-kind/" + id)
                        .with(user(branch.officer(branch.b).username())))
                .andExpect(content().string(containsString("sửa nội dung loại mô hình “Kệ báo zx" + mark + "”")));
    }

    @Test
    void a_withdrawn_kind_is_no_longer_offered_and_its_sites_live_on() throws Exception {
        var id = entered(branch.officer(branch.a), "Vườn rau " + mark + " công nhân");
        new ModelSitesOfTests(context).add(id, branch.a1, "Vườn một", SiteState.ACTIVE);
        act(branch.officer(branch.a), id, "offer").andExpect(status().is3xxRedirection());
        assertThat(kinds.find(id).orElseThrow().state()).isEqualTo(ModelKind.State.WITHDRAWN);
        assertThat(shelf.page(mark, null, 25).items()).isEmpty();
        page(branch.officer(branch.a1), id)
                .andExpect(content().string(containsString("Vườn một")))
                .andExpect(content().string(not(containsString("/models/adoptions/new?kind=" + id))));
        mvc.perform(post("/models/kinds/" + id + "/offer")
                        .param("offered", "true")
                        .with(user(branch.officer(branch.a).username()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        page(branch.officer(branch.a1), id)
                .andExpect(content().string(containsString("/models/adoptions/new?kind=" + id)));
    }

    @Test
    void a_merged_kind_goes_on_as_the_other_with_its_sites_and_its_page_leads_there() throws Exception {
        var from = entered(branch.officer(branch.a), "Sân chơi " + mark + " thứ nhất");
        var into = entered(branch.officer(branch.b), "Nhà văn hóa " + mark + " chung");
        var site = new ModelSitesOfTests(context).add(from, branch.a1, "Sân một", SiteState.ACTIVE);
        merge(branch.officer(branch.a), from, from.toString()).andExpect(status().is3xxRedirection());
        assertThat(kinds.find(from).orElseThrow().state()).isEqualTo(ModelKind.State.OFFERED);
        merge(branch.officer(branch.b), from, into.toString()).andExpect(status().isNotFound());
        merge(branch.officer(branch.a), from, into.toString()).andExpect(status().is3xxRedirection());
        assertThat(sites.find(site).orElseThrow().kind()).isEqualTo(into);
        mvc.perform(get("/models/kinds/" + from).with(user(branch.nobody())))
                .andExpect(redirectedUrl("/models/kinds/" + into));
        mvc.perform(get("/api/v1/model-catalogue?q=hoa " + mark + " chung").with(user(branch.nobody())))
                .andExpect(jsonPath("$.items[0].name").value("Sân một"));
        page(branch.officer(branch.b), into)
                .andExpect(content().string(containsString("Sân chơi " + mark + " thứ nhất")));
        mvc.perform(post("/api/v1/model-kinds/" + from + "/merger")
                        .with(user(branch.officer(branch.a).username()))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"into\":\"" + into + "\"}"))
                .andExpect(status().isConflict());
    }

    @Test
    void sources_about_a_kind_stand_side_by_side_one_is_chosen_and_a_merger_loses_none() throws Exception {
        var id = entered(branch.officer(branch.a), "Đội xung kích " + mark);
        var address = "/models/kinds/" + id + "/claims";
        claim(branch.officer(branch.b), id, "SITES", "12").andExpect(status().isNotFound());
        claim(branch.leader(branch.a), id, "SITES", "12").andExpect(status().isForbidden());
        claim(branch.officer(branch.a), id, "SITES", "").andExpect(status().isUnprocessableEntity());
        claim(branch.officer(branch.a), id, "SITES", "12").andExpect(redirectedUrl(address));
        claim(branch.officer(branch.a), id, "SITES", "15").andExpect(redirectedUrl(address));
        founded(id, "2009-05-01", "Báo cáo tổng kết").andExpect(status().isCreated());
        founded(id, "2010-11-15", "Trang thông tin của quận").andExpect(status().isCreated());
        var said = claims.of(id);
        assertThat(said).hasSize(4).allMatch(Claims.Claim::conflict);
        assertThat(said).filteredOn(Claims.Claim::chosen).hasSize(2);
        page(branch.officer(branch.b), id)
                .andExpect(content().string(containsString("01/05/2009")))
                .andExpect(content().string(containsString("15/11/2010")))
                .andExpect(content().string(containsString("Các nguồn nêu khác nhau; số này được chọn để tính.")));
        var later = said.get(1).id();
        mvc.perform(post(address + "/" + later + "/choice")
                        .with(user(branch.officer(branch.a).username()))
                        .with(csrf()))
                .andExpect(redirectedUrl(address));
        assertThat(claims.of(id))
                .filteredOn(Claims.Claim::chosen)
                .extracting(Claims.Claim::id)
                .contains(later);
        mvc.perform(get(address).with(user(branch.nobody())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Trang thông tin của quận")))
                .andExpect(content().string(not(containsString("/choice"))));
        mvc.perform(get("/api/v1/model-kinds/" + id).with(user(branch.nobody())))
                .andExpect(jsonPath("$.claims.length()").value(4))
                .andExpect(jsonPath("$.claims[0].conflict").value(true));
        mvc.perform(get("/dossiers/model-kind/" + id)
                        .with(user(branch.officer(branch.b).username())))
                .andExpect(content().string(containsString("chọn nguồn được tính")));
        var into = entered(branch.officer(branch.b), "Tổ liên gia " + mark);
        claim(branch.officer(branch.root), into, "SITES", "40").andExpect(status().is3xxRedirection());
        merge(branch.officer(branch.a), id, into.toString()).andExpect(status().is3xxRedirection());
        assertThat(claims.of(into)).hasSize(5);
        assertThat(claims.of(into))
                .filteredOn(Claims.Claim::chosen)
                .extracting(one -> one.fact() + " " + (one.day() == null ? one.amount() : one.day()))
                .containsExactlyInAnyOrder("FOUNDED_ON 2010-11-15", "SITES 40");
    }

    private ResultActions claim(Actor actor, KindId id, String fact, String amount) throws Exception {
        return mvc.perform(post("/models/kinds/" + id + "/claims")
                .param("fact", fact)
                .param("amount", amount)
                .param("qualifier", "exact")
                .param("source", "Báo cáo số " + amount)
                .with(user(actor.username()))
                .with(csrf()));
    }

    private ResultActions founded(KindId id, String day, String source) throws Exception {
        return mvc.perform(post("/api/v1/model-kinds/" + id + "/claims")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"fact\":\"FOUNDED_ON\",\"day\":\"" + day + "\",\"source\":\"" + source + "\"}")
                .with(user(branch.officer(branch.a).username()))
                .with(csrf()));
    }

    @Test
    void its_picture_is_checked_drawn_small_and_shown_to_all() throws Exception {
        var id = entered(branch.officer(branch.a), "Hình ảnh " + mark + " đẹp");
        picture(branch.officer(branch.a), id, "buoi.png", "Không phải hình".getBytes(), "Buổi sinh hoạt");
        mvc.perform(get("/models/kinds/" + id + "/picture").with(user(branch.nobody())))
                .andExpect(status().isNotFound());
        picture(branch.officer(branch.a), id, "buoi.png", png(2000, 1000), " ");
        mvc.perform(get("/models/kinds/" + id + "/picture").with(user(branch.nobody())))
                .andExpect(status().isNotFound());
        picture(branch.officer(branch.b), id, "buoi.png", png(2000, 1000), "Buổi sinh hoạt")
                .andExpect(status().isNotFound());
        picture(branch.officer(branch.a), id, "buoi.png", png(2000, 1000), "Buổi sinh hoạt của tổ");
        var shown = mvc.perform(get("/models/kinds/" + id + "/picture").with(user(branch.nobody())))
                .andExpect(content().contentType("image/jpeg"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(720);
        page(branch.officer(branch.b), id)
                .andExpect(content().string(containsString("alt=\"Buổi sinh hoạt của tổ\"")))
                .andExpect(content().string(containsString("buoi.png")));
    }

    private ResultActions picture(Actor actor, KindId id, String name, byte[] content, String caption)
            throws Exception {
        return mvc.perform(multipart("/models/kinds/" + id + "/picture")
                .file(new MockMultipartFile("file", name, "image/png", content))
                .param("caption", caption)
                .with(user(actor.username()))
                .with(csrf()));
    }

    private static byte[] png(int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private KindId entered(Actor actor, String name) throws Exception {
        var address = enter(actor, name, true)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return KindId.inAddress(address.replaceAll(".*/", ""));
    }

    private ResultActions enter(Actor actor, String name, boolean another) throws Exception {
        return mvc.perform(post("/models/kinds")
                .param("name", name)
                .param("purpose", "Để đời sống công nhân tốt hơn")
                .param("another", String.valueOf(another))
                .with(user(actor.username()))
                .with(csrf()));
    }

    private ResultActions edit(Actor actor, KindId id, String name) throws Exception {
        return mvc.perform(post("/models/kinds/" + id)
                .param("name", name)
                .param("purpose", "Để đọc")
                .param("another", "true")
                .with(user(actor.username()))
                .with(csrf()));
    }

    private ResultActions act(Actor actor, KindId id, String act) throws Exception {
        return mvc.perform(post("/models/kinds/" + id + "/" + act)
                .with(user(actor.username()))
                .with(csrf()));
    }

    private ResultActions merge(Actor actor, KindId from, String into) throws Exception {
        return mvc.perform(post("/models/kinds/" + from + "/merger")
                .param("into", into)
                .with(user(actor.username()))
                .with(csrf()));
    }

    private ResultActions page(Actor actor, KindId id) throws Exception {
        return mvc.perform(get("/models/kinds/" + id).with(user(actor.username())))
                .andExpect(status().isOk());
    }
}
