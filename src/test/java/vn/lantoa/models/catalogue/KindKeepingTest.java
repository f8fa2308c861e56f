package vn.lantoa.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.lantoa.models.KindId;
import vn.lantoa.models.ModelKind;
import vn.lantoa.models.ModelKinds;
import vn.lantoa.models.ModelSites;
import vn.lantoa.models.ModelSitesOfTests;
import vn.lantoa.models.SiteState;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** Entries of the catalogue kept through its pages: entered once, edited, withdrawn, merged. */
@IntegrationTest
class KindKeepingTest extends KindDesk {

    @Autowired
    ModelKinds kinds;

    @Autowired
    ModelSites sites;

    @Autowired
    KindShelf shelf;

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
}
