package vn.lantoa.diagrams.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Post;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.IntegrationTest;

/** Administrators set a token elsewhere by hand, once and with a reason, never past a leader. */
@IntegrationTest
class HandMovesTest extends WatchDesk {

    @Autowired
    Reports reports;

    @Test
    void a_token_is_set_back_by_hand_with_a_reason_and_once_only() throws Exception {
        var process = office.ship();
        var one = office.start(process, 1, branch.a1).get(0);
        pack(one);
        var page = "/process-cases/" + instance(one);
        var token = token(one, "Weigh");

        as(administrator, move(page, token, "Pack", " "))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cần ghi lý do")));
        as(administrator, move(page, token, "Ended", "Cân hỏng"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cân hỏng")));
        assertThat(steps(one)).containsExactly("Weigh");

        as(administrator, move(page, token, "Pack", "Cân hỏng")).andExpect(status().is3xxRedirection());
        assertThat(steps(one)).containsExactly("Pack");
        as(administrator, move(page, token, "Pack", "Cân hỏng")).andExpect(status().isConflict());
        assertThat(steps(one)).containsExactly("Pack");
        assertThat(audited(one)).containsExactly("process.case-moved");
        assertThat(tasklist.dossier(officer, one, Locale.forLanguageTag("vi")).story())
                .anyMatch(said -> said.text().contains("từ «Cân» sang «Đóng gói»")
                        && said.note().equals("Cân hỏng"));
        pack(one);
        assertThat(steps(one)).containsExactly("Weigh");
    }

    @Test
    void nobody_is_set_past_a_leaders_signature() throws Exception {
        var opener = branch.actor(Post.OFFICER, branch.a);
        var from = LocalDate.of(2024, 1, 1);
        var report = (ReportOutcome.Done) reports.open(opener, branch.a1, ReportingPeriod.span(from, from.plusDays(9)));
        var one = new DossierKey("report", report.report().toString());
        var page = "/process-cases/" + instance(one);

        as(administrator, get(page))
                .andExpect(content().string(containsString("value=\"ApproveReport\"")))
                .andExpect(content().string(not(containsString("value=\"AcceptReport\""))))
                .andExpect(content().string(containsString("Chỉ người được xem hồ sơ này")));
        as(administrator, move(page, token(one, "DraftReport"), "AcceptReport", "Cho nhanh"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(steps(one)).containsExactly("DraftReport");
    }

    private String token(DossierKey one, String step) {
        return Optional.of(context.getBean(vn.lantoa.engine.CaseWatch.class).places(instance(one)))
                .orElseThrow()
                .stream()
                .filter(place -> place.step().equals(step))
                .findFirst()
                .orElseThrow()
                .token();
    }

    private static MockHttpServletRequestBuilder move(String page, String token, String step, String reason) {
        return post(page + "/step-moves")
                .param("token", token)
                .param("step", step)
                .param("reason", reason);
    }
}
