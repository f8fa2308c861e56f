package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** A request with a key is done once, also when its node dies in the middle: before the commit it may be tried again, after it never. */
@IntegrationTest
class IdempotencyTest {

    private static final String BODY = "{\"countedOn\":\"2026-03-20\",\"people\":7,\"units\":1}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IdempotentAnswers answers;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationContext context;

    private final String key = UUID.randomUUID().toString();
    private Branch branch;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
    }

    @Test
    void sent_again_it_is_answered_as_the_first_time() throws Exception {
        send().andExpect(status().isCreated()).andExpect(header().doesNotExist("Idempotency-Replayed"));
        send().andExpect(status().isCreated()).andExpect(header().string("Idempotency-Replayed", "true"));
        assertThat(written()).isOne();
    }

    @Test
    void a_node_that_died_after_the_commit_leaves_behind_that_it_is_done_for_as_long_as_the_key_is_known()
            throws Exception {
        send().andExpect(status().isCreated());
        // What such a node leaves: the effect, and no answer.
        jdbc.sql("update idempotency set status = null, body = null, location = null where token = ?")
                .param(key)
                .update();
        send().andExpect(status().isConflict()).andExpect(jsonPath("$.why").value("done"));
        begunBefore(Duration.ofHours(3));
        send().andExpect(status().isConflict()).andExpect(jsonPath("$.why").value("done"));
        assertThat(written()).isOne();
    }

    @Test
    void a_node_that_died_before_the_commit_is_waited_for_a_minute_then_the_request_is_done() throws Exception {
        answers.begin(officer(), key, hashOfFirst());
        send().andExpect(status().isConflict()).andExpect(jsonPath("$.why").value("pending"));
        assertThat(written()).isZero();
        begunBefore(Duration.ofMinutes(2));
        send().andExpect(status().isCreated());
        assertThat(written()).isOne();
    }

    @Test
    void an_attempt_that_was_taken_for_dead_cannot_commit_any_more() throws Exception {
        var slow = answers.begin(officer(), key, hashOfFirst()).orElseThrow();
        begunBefore(Duration.ofMinutes(2));
        send().andExpect(status().isCreated());

        RequestEffects.begin(slow);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update safety_commitment set people = 99 where unit_id = ?")
                                .param(branch.a11.value())
                                .update()))
                .isInstanceOf(CannotAcquireLockException.class);
        RequestEffects.end();
        assertThat(written()).isOne();
    }

    /** The hash of the same request, learnt from the same request under another key. */
    private String hashOfFirst() throws Exception {
        var other = UUID.randomUUID().toString();
        var written = written();
        send(other).andExpect(status().isCreated());
        jdbc.sql("delete from safety_commitment where unit_id = ?")
                .param(branch.a11.value())
                .update();
        assertThat(written).isZero();
        return jdbc.sql("select request_hash from idempotency where token = ?")
                .param(other)
                .query(String.class)
                .single();
    }

    private ResultActions send() throws Exception {
        return send(key);
    }

    private ResultActions send(String token) throws Exception {
        return mvc.perform(post("/api/v1/units/" + branch.a11 + "/safety-commitments")
                .with(user(officer()))
                .header("Idempotency-Key", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(BODY));
    }

    private String officer() {
        return branch.officer(branch.a11).username();
    }

    private void begunBefore(Duration ago) {
        jdbc.sql("update idempotency set created_at = ? where token = ?")
                .params(Timestamp.from(clock.instant().minus(ago)), key)
                .update();
    }

    private long written() {
        return jdbc.sql("select count(*) from safety_commitment where unit_id = ? and people = 7")
                .param(branch.a11.value())
                .query(Long.class)
                .single();
    }
}
