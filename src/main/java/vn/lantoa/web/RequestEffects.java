package vn.lantoa.web;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Ties an Idempotency-Key to what its request does: the first transaction that the request commits says so in the row of the key, so that
 * both are there or neither. An attempt that was taken for dead and replaced cannot commit any more.
 */
@Component
class RequestEffects implements TransactionExecutionListener {

    /** A key, and which attempt at its request this thread is. */
    record Attempt(String person, String token, String id) {}

    private static final ThreadLocal<Attempt> CURRENT = new ThreadLocal<>();

    private final JdbcClient jdbc;

    RequestEffects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on this thread works for this attempt, until {@link #end}. */
    static void begin(Attempt attempt) {
        CURRENT.set(attempt);
    }

    static void end() {
        CURRENT.remove();
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var attempt = CURRENT.get();
        if (attempt == null || transaction.isReadOnly() || !transaction.isNewTransaction() || isInside(transaction)) {
            return;
        }
        CURRENT.remove();
        var marked = jdbc.sql("update idempotency set effect = true where person = ? and token = ? and attempt = ?")
                .params(attempt.person(), attempt.token(), attempt.id())
                .update();
        if (marked == 0) {
            throw new CannotAcquireLockException("another attempt took the place of this one");
        }
    }

    /** A part that is committed apart says nothing of the whole. */
    private static boolean isInside(TransactionExecution transaction) {
        return transaction instanceof DefaultTransactionStatus status && status.getSuspendedResources() != null;
    }
}
