package vn.lantoa.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** Walks the whole chain and says whether somebody with the database, but without the key, touched it. */
@Component
public class AuditVerification {

    /** What was found at the first broken place; message keys {@code audit.break.<NAME>}. */
    public enum Break {
        /** The entry reads differently than it was written, or its payload went without an erasure. */
        ALTERED,
        /** An entry is missing here. */
        DELETED,
        /** A genuine entry, at a place that is not its own. */
        SWAPPED,
        /** The chain was longer once. */
        TAIL_CUT,
        /** What the database says of the chain's end was not written by us, or with another key. */
        HEAD_ALTERED
    }

    /**
     * What the walk found.
     *
     * @param entries how many are sealed
     * @param firstBroken place in the chain of the first one that does not hold, null when all hold
     * @param what null when all hold
     * @param unsealed how many wait for their place
     * @param waitsTooLong whether one has waited for more than a minute
     */
    public record Result(boolean ok, long entries, Long firstBroken, Break what, long unsealed, boolean waitsTooLong) {}

    private static final int CHUNK = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Access access;
    private final Seals seals;
    private final HeadFile file;
    private final Clock clock;

    AuditVerification(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Access access,
            Seals seals,
            HeadFile file,
            Clock clock) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.access = access;
        this.seals = seals;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Walks the chain.
     *
     * @throws vn.lantoa.organization.NotAllowed unless the person operates the installation
     */
    public Result verify(Actor actor) {
        access.require(actor, Right.OPERATE);
        return verify();
    }

    /** The copy is read before the snapshot is taken: it never runs ahead of an untouched chain. */
    Result verify() {
        var copy = file.read();
        var found = snapshot.execute(status -> walk(copy));
        return found.ok() && overhangs()
                ? new Result(
                        false,
                        found.entries(),
                        found.entries() + 1,
                        Break.TAIL_CUT,
                        found.unsealed(),
                        found.waitsTooLong())
                : found;
    }

    /**
     * The head is read first, and what was sealed after it is left to the next walk: a snapshot of H2 begins with each table's first
     * reading, so the entries may be newer than the head, and never older.
     */
    private Result walk(Optional<Head> copy) {
        var head = head();
        var end = new Head(0, Head.EMPTY.hash(), null);
        for (var chunk = between(0, head.seq()); !chunk.isEmpty(); chunk = between(end.seq(), head.seq())) {
            for (var row : chunk) {
                var broken = judge(row, end);
                if (broken != null) {
                    return result(end.seq() + 1, broken);
                }
                end = new Head(row.seq(), row.hash(), null);
            }
        }
        var broken = judgeEnd(head, end, copy);
        return broken == null ? result(null, null) : result(end.seq() + 1, broken);
    }

    /** Whether entries stand behind the head: it was put back, since it is always written with the last of them. The entries are read first. */
    private boolean overhangs() {
        var last = jdbc.sql("select coalesce(max(seq), 0) from audit_entry")
                .query(Long.class)
                .single();
        return last > head().seq();
    }

    private Head head() {
        return jdbc.sql("select seq, hash, mac from audit_head where id = 1")
                .query(Head.class)
                .optional()
                .orElse(Head.EMPTY);
    }

    private List<Row> between(long after, long last) {
        return jdbc.sql("select * from audit_entry where seq > ? and seq <= ? order by seq fetch first " + CHUNK
                        + " rows only")
                .params(after, last)
                .query(Row::read)
                .list();
    }

    private Break judge(Row row, Head end) {
        if (row.seq() != end.seq() + 1) {
            return Break.DELETED;
        }
        if (!seals.mark(row).equals(row.mark()) || !seals.keepsCommitment(row) || row.erased() && !erasedByUs(row)) {
            return Break.ALTERED;
        }
        var linked = end.hash().equals(row.previous())
                && seals.link(row.seq(), row.id(), row.previous(), row.mark()).equals(row.hash());
        return linked ? null : Break.SWAPPED;
    }

    /** The erasure, of this entry or of all about its object so far, is an entry of the chain itself, so that nobody can pretend one. */
    private boolean erasedByUs(Row row) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and object in (?, ?) and id > ?")
                        .params(AuditTrail.ERASED, "audit:" + row.id(), row.object(), row.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Break judgeEnd(Head head, Head end, Optional<Head> copy) {
        if (!seals.genuine(head)) {
            return Break.HEAD_ALTERED;
        }
        var whole = head.seq() == end.seq() && head.hash().equals(end.hash());
        return whole && copy.map(this::stillThere).orElse(true) ? null : Break.TAIL_CUT;
    }

    private boolean stillThere(Head copy) {
        return jdbc.sql("select count(*) from audit_entry where seq = ? and hash = ?")
                        .params(copy.seq(), copy.hash())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private record Waiting(long number, Timestamp oldest) {}

    private Result result(Long firstBroken, Break what) {
        var entries = jdbc.sql("select count(*) from audit_entry where seq is not null")
                .query(Long.class)
                .single();
        var waiting = jdbc.sql(
                        "select count(*) as number, min(happened_at) as oldest from audit_entry where seq is null")
                .query((row, n) -> new Waiting(row.getLong("number"), row.getTimestamp("oldest")))
                .single();
        var tooLong = waiting.oldest() != null
                && waiting.oldest().toInstant().isBefore(clock.instant().minus(PATIENCE));
        return new Result(what == null, entries, firstBroken, what, waiting.number(), tooLong);
    }
}
