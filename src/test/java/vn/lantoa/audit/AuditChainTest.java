package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditVerification.Break;
import vn.lantoa.audit.AuditVerification.Result;
import vn.lantoa.organization.UnitId;
import vn.lantoa.testing.IntegrationTest;

/** Somebody has the database and not the key. */
@IntegrationTest
class AuditChainTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    Sealer sealer;

    @Autowired
    AuditVerification verification;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${lantoa.audit.head-file}")
    Path copyOfTheHead;

    @BeforeEach
    void five_sealed_entries() throws IOException {
        wipe();
        for (var name : List.of("An", "Bình", "Chi", "Dung", "Em")) {
            trail.record(
                    "person.appointed", null, "person:1", UnitId.of(1), Map.of("post", "canbo"), Map.of("name", name));
        }
        sealer.sealNow();
    }

    @AfterEach
    void wipe() throws IOException {
        transaction.executeWithoutResult(status -> {
            putHead(Head.EMPTY);
            jdbc.sql("delete from audit_entry").update();
        });
        Files.deleteIfExists(copyOfTheHead);
    }

    @Test
    void an_untouched_chain_holds() {
        assertThat(verification.verify()).isEqualTo(new Result(true, count(), null, null, 0, false));
    }

    @Test
    void an_altered_entry_is_found() {
        jdbc.sql("create table kept_entry as select * from audit_entry").update();
        for (var change : List.of(
                "actor = 'lanhdao.tld'",
                "action = 'person.dismissed'",
                "object = 'person:9'",
                "unit_id = 2",
                "facts = '{}'",
                "payload = '{\"name\":\"Ai\"}'",
                "payload = null",
                "payload = null, salt = null",
                "unit_id = null",
                "happened_at = timestamp with time zone '2020-01-01 00:00:00+07'",
                "mark = commitment",
                "id = 1000000")) {
            jdbc.sql("update audit_entry set " + change + " where seq = ?")
                    .param(3)
                    .update();
            var result = verification.verify();
            assertThat(result.firstBroken()).as(change).isEqualTo(3L);
            assertThat(result.what()).as(change).isEqualTo(change.startsWith("id") ? Break.SWAPPED : Break.ALTERED);
            jdbc.sql("delete from audit_entry where seq = ?").param(3).update();
            jdbc.sql("insert into audit_entry select * from kept_entry where seq = ?")
                    .param(3)
                    .update();
        }
        jdbc.sql("drop table kept_entry").update();
        assertThat(verification.verify().ok()).isTrue();
    }

    @Test
    void a_deleted_entry_is_found() {
        jdbc.sql("delete from audit_entry where seq = ?").param(2).update();
        assertThat(verification.verify()).isEqualTo(new Result(false, count(), 2L, Break.DELETED, 0, false));
    }

    @Test
    void a_deleted_entry_is_found_though_the_rest_moved_up() {
        jdbc.sql("delete from audit_entry where seq = ?").param(2).update();
        for (var seq = 3; seq <= 5; seq++) {
            jdbc.sql("update audit_entry set seq = ? where seq = ?")
                    .params(seq - 1, seq)
                    .update();
        }
        var result = verification.verify();
        assertThat(result.firstBroken()).isEqualTo(2);
    }

    @Test
    void two_swapped_entries_are_found() {
        jdbc.sql("update audit_entry set seq = -1 where seq = ?").param(2).update();
        jdbc.sql("update audit_entry set seq = ? where seq = ?").params(2, 4).update();
        jdbc.sql("update audit_entry set seq = ? where seq = -1").param(4).update();
        assertThat(verification.verify().firstBroken()).isEqualTo(2);
        assertThat(verification.verify().what()).isEqualTo(Break.SWAPPED);
    }

    @Test
    void a_cut_tail_is_found() {
        jdbc.sql("delete from audit_entry where seq >= ?").param(5).update();
        assertThat(verification.verify().what()).isEqualTo(Break.TAIL_CUT);
        assertThat(verification.verify().firstBroken()).isEqualTo(5);
    }

    @Test
    void a_cut_tail_is_found_though_an_older_genuine_head_was_put_back() {
        var older = jdbc.sql("select seq, hash, mac from audit_head")
                .query(Head.class)
                .single();
        trail.record("person.appointed", null, "person:6", null, Map.of(), Map.of());
        sealer.sealNow();
        jdbc.sql("delete from audit_entry where seq > ?").param(older.seq()).update();
        putHead(older);
        assertThat(verification.verify().what()).isEqualTo(Break.TAIL_CUT);

        trail.record("person.appointed", null, "person:7", null, Map.of(), Map.of());
        sealer.sealNow();
        assertThat(verification.verify().what())
                .as("the copy outside was not moved on")
                .isEqualTo(Break.TAIL_CUT);
    }

    @Test
    void a_head_written_without_the_key_is_found_and_nothing_more_is_sealed() {
        jdbc.sql("update audit_head set seq = seq - 1, hash = (select hash from audit_entry where seq = ?)")
                .param(4)
                .update();
        jdbc.sql("delete from audit_entry where seq = ?").param(5).update();
        assertThat(verification.verify().what()).isEqualTo(Break.HEAD_ALTERED);
        trail.record("person.appointed", null, "person:8", null, Map.of(), Map.of());
        assertThat(sealer.sealNow()).isZero();
    }

    @Test
    void an_entry_put_in_without_the_key_is_found_once_it_is_sealed() {
        jdbc.sql(
                        "insert into audit_entry (happened_at, action, object, facts, commitment, mark)"
                                + " select happened_at, 'signin.ok', 'person:1', '{}', commitment, mark from audit_entry where seq = ?")
                .param(1)
                .update();
        sealer.sealNow();
        assertThat(verification.verify().firstBroken()).isEqualTo(6);
    }

    @Test
    void an_erased_payload_leaves_the_chain_whole() {
        var id = jdbc.sql("select id from audit_entry where seq = ?")
                .param(3)
                .query(Long.class)
                .single();
        trail.erase(id, null);
        sealer.sealNow();
        assertThat(verification.verify().ok()).isTrue();
        assertThat(jdbc.sql("select count(*) from audit_entry where id = ? and payload is null and salt is null")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_erased_payloads_of_one_thing_leave_the_chain_whole_and_excuse_nothing_else() {
        assertThat(trail.eraseAll("person:1", null)).isEqualTo(5);
        for (var object : List.of("person:1", "person:2")) {
            trail.record("person.appointed", null, object, UnitId.of(1), Map.of(), Map.of("name", "Giang"));
        }
        sealer.sealNow();
        assertThat(verification.verify().ok()).isTrue();
        for (var later : List.of("person:1", "person:2")) {
            jdbc.sql("create table kept_entry as select * from audit_entry").update();
            jdbc.sql("update audit_entry set payload = null, salt = null where object = ? and payload is not null")
                    .param(later)
                    .update();
            assertThat(verification.verify().what()).as(later).isEqualTo(Break.ALTERED);
            jdbc.sql("delete from audit_entry").update();
            jdbc.sql("insert into audit_entry select * from kept_entry").update();
            jdbc.sql("drop table kept_entry").update();
        }
    }

    @Test
    void two_sealers_at_once_make_one_chain() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < 2; writer++) {
                work.add(() -> {
                    for (var i = 0; i < 200; i++) {
                        trail.record("task.completed", null, "task:" + i, null, Map.of(), Map.of());
                    }
                    return null;
                });
                work.add(() -> {
                    for (var i = 0; i < 40; i++) {
                        sealer.sealNow();
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        sealer.sealNow();
        assertThat(verification.verify()).isEqualTo(new Result(true, 405, null, null, 0, false));
    }

    private void putHead(Head head) {
        jdbc.sql("update audit_head set seq = ?, hash = ?, mac = ?")
                .params(head.seq(), head.hash(), head.mac())
                .update();
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_entry where seq is not null")
                .query(Long.class)
                .single();
    }
}
