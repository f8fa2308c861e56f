package vn.lantoa.diagrams.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.diagrams.Parcels;
import vn.lantoa.diagrams.ReleaseOutcome;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.notification.Inbox;
import vn.lantoa.testing.Consistency;
import vn.lantoa.testing.IntegrationTest;

/** Running cases go to the newest version, case by case, and stay whole whatever happens. */
@IntegrationTest
class CaseMovesTest extends MoveDesk {

    @Autowired
    HouseClock clock;

    @Autowired
    Inbox inbox;

    @AfterEach
    void asBefore() {
        office.failing = "";
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void five_hundred_cases_go_some_stay_with_a_reason_and_a_cut_leaves_none_in_between() throws Exception {
        var cases = office.start(process, 500, branch.a1);
        cases.subList(0, 20).forEach(this::pack);
        claim(cases.get(100));
        end(cases.get(30));
        release(Parcels.withoutWeighing(Parcels.diagram(process)));
        var id = ordered(1);
        end(cases.get(31));
        office.failing = cases.get(200).toString();

        for (var i = 0; i < 250; i++) {
            work.moveOne();
        }
        as(author, get("/process-moves/" + id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/499 hồ sơ")))
                .andExpect(content().string(containsString("every 2s")));
        everyTaskIsRight();
        workThrough();
        assertThat(counts(id)).isEqualTo(new MoveOrder.Counts(1, 477, 20, 1));
        assertThat(version(cases.get(200))).isEqualTo(1);
        everyTaskIsRight();

        office.failing = "";
        clock.setOffset(Duration.ofMinutes(1));
        workThrough();
        assertThat(counts(id)).isEqualTo(new MoveOrder.Counts(0, 478, 20, 1));
        assertThat(version(cases.get(200))).isEqualTo(2);
        assertThat(version(cases.get(3))).isEqualTo(1);
        assertThat(jdbc.sql("select assignee_name from task where dossier_id = ?")
                        .param(cases.get(100).id())
                        .query(String.class)
                        .single())
                .isEqualTo("Người Đang Làm");
        as(author, get("/process-moves/" + id))
                .andExpect(content().string(containsString("bước «Cân» không còn trong phiên bản mới")))
                .andExpect(content().string(containsString("Giữ phiên bản cũ: 20")));
        assertThat(inbox.of(author, null, 50).items())
                .anyMatch(notice -> notice.kind().equals("process.moved")
                        && notice.details().subList(1, 3).equals(List.of("478", "20")));
        everyTaskIsRight();

        // Those that went and those that stayed both go on.
        pack(cases.get(300));
        pack(cases.get(200));
        var weighing = jdbc.sql("select id from task where dossier_id = ?")
                .param(cases.get(3).id())
                .query(String.class)
                .single();
        transactions.executeWithoutResult(status -> tasks.complete(weighing, "submit", Map.of()));
        Consistency.check(jdbc);
    }

    @Test
    void cases_go_back_to_what_was_restored() {
        var cases = office.start(process, 3, branch.a1);
        release(Parcels.changed(Parcels.diagram(process), "name=\"Đóng gói\"", "name=\"Gói\""));
        ordered(1);
        workThrough();
        assertThat(name(cases.get(0))).isEqualTo("Gói");
        assertThat(releases.restore(author, process, 1, "Bản mới có lỗi")).isInstanceOf(ReleaseOutcome.Done.class);
        ordered(2);
        workThrough();

        assertThat(cases).allSatisfy(one -> {
            assertThat(version(one)).isEqualTo(3);
            assertThat(name(one)).isEqualTo("Đóng gói");
        });
        everyTaskIsRight();
    }

    private long ordered(int from) {
        return ((MoveOrders.Ordered.Begun) orders.order(author, process, from, "theo quy định")).id();
    }

    private MoveOrder.Counts counts(long id) {
        return orders.find(author, id).counts();
    }

    private void end(DossierKey one) {
        transactions.executeWithoutResult(
                status -> context.getBean(vn.lantoa.engine.Processes.class).stop(one, "thử"));
    }

    private void claim(DossierKey one) {
        jdbc.sql(
                        "update task set assignee_id = ?, assignee_username = 'x', assignee_name = 'Người Đang Làm' where dossier_id = ?")
                .params(author.id().value(), one.id())
                .update();
    }

    private String name(DossierKey one) {
        return jdbc.sql("select name from task where dossier_id = ?")
                .param(one.id())
                .query(String.class)
                .single();
    }
}
