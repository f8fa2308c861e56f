package vn.lantoa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lantoa.document.OutgoingDocuments.Outcome;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitRegister;
import vn.lantoa.testing.IntegrationTest;

/** Each number is given once, by the records office whose register it stands in. */
@IntegrationTest
class OutgoingNumbersTest extends RecordsDesk {

    @Test
    void what_waited_in_a_merged_unit_waits_for_the_records_office_of_the_other() throws Exception {
        sent(branch.a1, 2024);
        var kept = list.waiting(clerk).get(0).id();
        assertThat(give(kept, "5")).isInstanceOf(Outcome.Done.class);
        sent(branch.a1, 2025);
        var waiting = list.waiting(clerk).get(0).id();
        var successor = branch.actor(Post.RECORDS_OFFICE, branch.a2);
        assertThat(list.waiting(successor)).isEmpty();

        assertThat(context.getBean(UnitRegister.class)
                        .merge(branch.actor(Post.UNIT_ADMINISTRATOR, branch.a), branch.a1, branch.a2, today)
                        .done())
                .isTrue();

        assertThat(list.waiting(successor)).extracting(OutgoingDocument::id).containsExactly(waiting);
        assertThat(documents.number(successor, waiting, new DocumentNumber(null, 1, "BC-CĐ", today)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(list.numbered(successor, null, null).items())
                .extracting(OutgoingDocument::inWords)
                .as("what has a number stays in the register that gave it")
                .containsExactly("1/BC-CĐ");
    }

    @Test
    void wrong_and_taken_numbers_are_refused_with_what_was_typed() throws Exception {
        sent(branch.a1, 2024);
        sent(branch.a1, 2025);
        var waiting = list.waiting(clerk);
        var second = waiting.get(1).id();
        assertThat(give(waiting.get(0).id(), "3")).isInstanceOf(Outcome.Done.class);

        refused(second, "3", "BC-CĐ", today.toString(), "Số tiếp theo là 4");
        refused(second, "ba", "BC-CĐ", today.toString(), "số nguyên");
        refused(second, "0", "BC-CĐ", today.toString(), "số nguyên");
        refused(second, "4", "=BC", today.toString(), "Ký hiệu");
        refused(second, "4", "BC-CĐ", today.plusDays(1).toString(), "không sau hôm nay");
        refused(second, "4", "BC-CĐ", "31/02", "Ngày văn bản");
        refused(waiting.get(0).id(), "4", "BC-CĐ", today.toString(), null);
    }

    @Test
    void two_clerks_at_once_get_one_number_and_one_refusal() throws Exception {
        sent(branch.a1, 2024);
        sent(branch.a1, 2025);
        var ids = list.waiting(clerk).stream().map(OutgoingDocument::id).toList();
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        var outcomes = new ArrayList<Outcome>();
        try {
            var running = ids.stream()
                    .map(id -> pool.submit(() -> {
                        start.await();
                        return give(id, "9");
                    }))
                    .toList();
            for (var one : running) {
                outcomes.add(one.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Done)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Refused)
                .hasSize(1);
        assertThat(list.waiting(clerk)).hasSize(1);
    }

    private void refused(long id, String number, String symbol, String date, String why) throws Exception {
        var answer = web.perform(as(
                        clerk,
                        post("/documents/" + id + "/number")
                                .param("number", number)
                                .param("symbol", symbol)
                                .param("date", date)))
                .andExpect(status().isUnprocessableEntity());
        if (why != null) {
            answer.andExpect(content().string(containsString(why)))
                    .andExpect(content().string(containsString("value=\"" + number + "\"")));
        }
    }
}
