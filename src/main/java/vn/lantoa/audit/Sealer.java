package vn.lantoa.audit;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Links what was written into the chain, in one order, on whatever node holds the head's row: acts never wait for each other here. */
@Component
class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate transaction;
    private final Seals seals;
    private final HeadFile file;
    private volatile boolean told;

    Sealer(JdbcClient jdbc, JdbcTemplate batch, TransactionTemplate transaction, Seals seals, HeadFile file) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transaction = transaction;
        this.seals = seals;
        this.file = file;
    }

    @Scheduled(fixedDelayString = "${lantoa.audit.seal-every:1000}")
    void sealWhatWaits() {
        try {
            sealNow();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Entries of the audit trail wait to be sealed: {}", e.getMessage());
        }
    }

    /** Seals everything committed so far and answers how many entries that were. */
    int sealNow() {
        var sealed = 0;
        while (somethingWaits()) {
            var now = transaction.execute(status -> sealBatch());
            if (now == null || now == 0) {
                break;
            }
            sealed += now;
        }
        copyHead();
        return sealed;
    }

    private boolean somethingWaits() {
        return jdbc.sql("select id from audit_entry where seq is null fetch first 1 rows only")
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private int sealBatch() {
        var head = jdbc.sql("select seq, hash, mac from audit_head where id = 1 for update")
                .query(Head.class)
                .single();
        if (!seals.genuine(head)) {
            tellOnce();
            return 0;
        }
        var links = new ArrayList<Object[]>();
        var end = head;
        for (var entry : waiting()) {
            var hash = seals.link(end.seq() + 1, entry.id(), end.hash(), entry.mark());
            links.add(new Object[] {end.seq() + 1, end.hash(), hash, entry.id()});
            end = seals.head(end.seq() + 1, hash);
        }
        batch.batchUpdate("update audit_entry set seq = ?, previous = ?, hash = ? where id = ?", links);
        jdbc.sql("update audit_head set seq = ?, hash = ?, mac = ? where id = 1")
                .params(end.seq(), end.hash(), end.mac())
                .update();
        return links.size();
    }

    private void tellOnce() {
        if (!told) {
            log.error(
                    "The head of the audit chain was not written with our key (another LANTOA_AUDIT_KEY or key file, or"
                            + " altered): nothing is sealed.");
            told = true;
        }
    }

    private record Waiting(long id, String mark) {}

    private List<Waiting> waiting() {
        return jdbc.sql("select id, mark from audit_entry where seq is null order by id fetch first " + BATCH
                        + " rows only")
                .query(Waiting.class)
                .list();
    }

    /** Moves the copy on only along the chain it already vouches for: after a cut the old copy stays and accuses. */
    private synchronized void copyHead() {
        var head = jdbc.sql("select seq, hash, mac from audit_head where id = 1")
                .query(Head.class)
                .single();
        var copy = file.read();
        if (head.seq() == 0 || copy.isPresent() && copy.get().equals(head) || !seals.genuine(head)) {
            return;
        }
        if (copy.isEmpty() || vouched(copy.get(), head)) {
            file.write(head);
        }
    }

    private boolean vouched(Head copy, Head head) {
        return copy.seq() <= head.seq()
                && jdbc.sql("select hash from audit_entry where seq = ?")
                        .param(copy.seq())
                        .query(String.class)
                        .optional()
                        .filter(copy.hash()::equals)
                        .isPresent();
    }
}
