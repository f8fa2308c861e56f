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
import vn.lantoa.models.Claims;
import vn.lantoa.models.KindId;
import vn.lantoa.organization.Actor;
import vn.lantoa.testing.IntegrationTest;

/** What sources say about a kind of model. */
@IntegrationTest
class KindClaimsTest extends KindDesk {

    @Autowired
    Claims claims;

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
}
