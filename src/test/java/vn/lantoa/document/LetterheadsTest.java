package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import org.junit.jupiter.api.Test;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.testing.IntegrationTest;

/** What stands at the head of a unit's letters. */
@IntegrationTest
class LetterheadsTest extends RecordsDesk {

    @Test
    void a_unit_heads_its_letters_its_own_way_and_waits_for_numbers_only_with_a_records_office() throws Exception {
        web.perform(as(
                        branch.leader(branch.a1),
                        post("/units/" + branch.a1 + "/letterhead")
                                .param("superiorLine", "MẶT TRẬN TỔ QUỐC")
                                .param("abbreviation", "CĐXA1")
                                .param("numberFirst", "true")))
                .andExpect(redirectedUrl("/documents#letterhead-" + branch.a1));
        var letterheads = context.getBean(Letterheads.class);

        assertThat(letterheads.of(branch.a1))
                .isEqualTo(new Letterhead("MẶT TRẬN TỔ QUỐC", "CÔNG ĐOÀN XÃ A1", "A1", "CĐXA1", true));
        assertThat(documents.proposal(branch.a1, "BC").symbol()).isEqualTo("BC-CĐXA1");
        var lonely = branch.unit("A9", "Công đoàn xã A9", UnitKind.COMMUNE_UNION, branch.a);
        var leader = branch.appoint(branch.username(Post.LEADER, lonely), "Lê Một", Post.LEADER, lonely);
        assertThat(letterheads.keep(leader, lonely, new Letterhead(null, null, null, null, true)))
                .contains("document.letterhead.refused.no-records-office");
        assertThat(letterheads.keep(leader, lonely, new Letterhead("a\u202Eb", null, null, null, false)))
                .contains("document.letterhead.refused.line");
        var cooperative = branch.unit("A19", "CĐCS Hợp tác xã Vận tải Đồng Tiến", UnitKind.GRASSROOTS_UNION, branch.a1);
        assertThat(letterheads.of(cooperative).place())
                .as("where the union above it stands, whatever its employer is called")
                .isEqualTo("A1");
    }
}
