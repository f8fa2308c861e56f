package vn.lantoa.models.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.tasklist.Completion;

/** bpmn/models/exemplar-request.bpmn to each of its ends, and the duty it serves. */
class ExemplarRequestProcessTest extends ExemplarDesk {

    @Test
    void who_has_none_is_asked_proposes_a_site_and_the_leader_names_it() throws Exception {
        ask(branch.officer(branch.root), branch.a, branch.b);
        var request = running(branch.a);
        assertThat(duties.of(branch.officer(branch.root)))
                .extracting(ExemplarDuties.Line::met)
                .containsExactly(false, false);
        var site = site(branch.a1, "Khu nhà trọ điển hình " + branch.a1);
        assertThat(attempt(branch.officer(branch.a), request, "propose", site("MH-KHONG-CO")))
                .isInstanceOf(Completion.Refused.class);
        assertThat(attempt(
                        branch.officer(branch.a),
                        request,
                        "propose",
                        site(number(site(branch.b1, "Khu khác " + branch.b1)))))
                .isInstanceOf(Completion.Refused.class);
        complete(branch.officer(branch.a), request, "propose", site(number(site)));
        assertThat(attempt(branch.leader(branch.a), request, "approve", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        assertThat(attempt(branch.leader(branch.a), request, "approve", decision(today().plusDays(1))))
                .isInstanceOf(Completion.Refused.class);
        complete(branch.leader(branch.a), request, "approve", decision(today()));
        page(branch.officer(branch.root))
                .andExpect(content().string(containsString("Khu nhà trọ điển hình " + branch.a1)));
        assertThat(figures.of(branch.a, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(Map.of("D11", 1));
        assertThat(figures.of(branch.b, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEmpty();
        assertThat(duties.of(branch.officer(branch.root)))
                .extracting(ExemplarDuties.Line::has)
                .containsExactly(0, 1);
        assertThat(duties.of(branch.officer(branch.b1))).isEmpty();
        mvc.perform(get("/models/kinds/" + sites.find(site).orElseThrow().kind())
                        .with(user(branch.nobody())))
                .andExpect(content().string(containsString("Điển hình năm " + year)));
    }

    @Test
    void a_unit_that_has_none_yet_says_why_and_owes_on() throws Exception {
        ask(branch.officer(branch.root), branch.a);
        var request = running(branch.a);
        assertThat(attempt(branch.officer(branch.a), request, "none", Map.of())).isInstanceOf(Completion.Refused.class);
        complete(branch.officer(branch.a), request, "none", Map.of("reason", "Mô hình mới qua thí điểm"));
        complete(branch.leader(branch.a), request, "return", Map.of("reason", "Xem lại điểm ở xã A1"));
        complete(branch.officer(branch.a), request, "none", Map.of("reason", "Mô hình mới qua thí điểm"));
        complete(branch.leader(branch.a), request, "approve", Map.of());
        assertThat(duties.running(branch.a)).isEmpty();
        assertThat(duties.of(branch.officer(branch.root)))
                .extracting(ExemplarDuties.Line::asks)
                .containsExactly(true, true);
        mvc.perform(get("/api/v1/exemplars/duties")
                        .with(user(branch.officer(branch.root).username())))
                .andExpect(jsonPath("$.items[0].met").value(false))
                .andExpect(jsonPath("$.daysLeft")
                        .value(LocalDate.of(year, 12, 31).toEpochDay() - today().toEpochDay() + 1));
    }

    @Test
    void whoever_proposed_does_not_decide_and_nobody_is_asked_twice() throws Exception {
        ask(branch.officer(branch.root), branch.a);
        ask(branch.officer(branch.root), branch.a).andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select count(*) from exemplar_request where unit_id = ?")
                        .param(branch.a.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var both = branch.officer(branch.a);
        branch.appointAlso(both, vn.lantoa.organization.Post.LEADER, branch.a);
        both = branch.again(both);
        var request = running(branch.a);
        complete(both, request, "propose", collective("Tổ may số 3 " + branch.a));
        var proposer = both;
        assertThatThrownBy(() -> attempt(proposer, request, "approve", decision(today())))
                .isInstanceOf(NotAllowed.class);
        mvc.perform(post("/models/exemplars/requests")
                        .param("unit", branch.a.toString())
                        .param("due", LocalDate.of(year, 12, 31).toString())
                        .with(user(branch.officer(branch.b).username()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }
}
