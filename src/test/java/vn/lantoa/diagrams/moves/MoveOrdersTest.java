package vn.lantoa.diagrams.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;
import vn.lantoa.testing.Together;

/** Which moves may be ordered, and what is said before. */
@IntegrationTest
class MoveOrdersTest extends MoveDesk {

    @Test
    void an_order_without_sense_is_refused_in_words() throws Exception {
        office.start(process, 1, branch.a1);
        as(author, move(1, "theo"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("phiên bản mới nhất")));
        release(Parcels.changed(Parcels.diagram(process), "name=\"Cân\"", "name=\"Cân lại\""));
        as(author, move(1, ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Cần ghi lý do")));
        as(author, move(9, "theo")).andExpect(status().isUnprocessableEntity());
        as(author, move(1, "theo")).andExpect(status().is3xxRedirection());
        as(author, move(1, "theo"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("đang được chuyển")));
        as(branch.officer(branch.a1), move(1, "theo")).andExpect(status().isNotFound());
        workThrough();
        as(author, move(1, "theo"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Không có hồ sơ nào")));
    }

    @Test
    void of_two_who_order_the_same_move_at_once_one_is_refused_and_each_case_is_counted_once() throws Exception {
        office.start(process, 5, branch.a1);
        release(Parcels.changed(Parcels.diagram(process), "name=\"Cân\"", "name=\"Cân lại\""));
        var outcomes = Together.<MoveOrders.Ordered>act(
                () -> orders.order(author, process, 1, "theo"), () -> orders.order(colleague, process, 1, "theo"));

        assertThat(outcomes)
                .filteredOn(MoveOrders.Ordered.Begun.class::isInstance)
                .hasSize(1);
        assertThat(outcomes).contains(new MoveOrders.Ordered.Refused(MoveOrders.Why.UNDER_WAY));
        workThrough();
        assertThat(orders.of(author, process)).singleElement().satisfies(order -> assertThat(order.counts())
                .isEqualTo(new MoveOrder.Counts(0, 5, 0, 0)));
    }

    @Test
    void what_is_foreseen_is_undone_and_told_to_nobody() {
        var cases = office.start(process, 4, branch.a1);
        pack(cases.get(0));
        var draft = drafts.begin(author, process, "bỏ bước");
        drafts.write(author, draft, Parcels.withoutWeighing(Parcels.diagram(process)), 1);
        var touched = context.getBean(vn.lantoa.diagrams.DraftChanges.class).touched(author, draft);

        assertThat(touched.cases()).isEqualTo(4);
        assertThat(touched.onTouchedSteps()).isEqualTo(1);
        assertThat(touched.movable()).isEqualTo(3);
        assertThat(cases).allSatisfy(one -> assertThat(version(one)).isEqualTo(1));
        assertThat(jdbc.sql("select count(*) from act_re_procdef where key_ = ?")
                        .param(process)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        everyTaskIsRight();
        Consistency.check(jdbc);
    }

    private MockHttpServletRequestBuilder move(int from, String reason) {
        return post("/processes/" + process + "/moves")
                .param("from", String.valueOf(from))
                .param("reason", reason);
    }
}
