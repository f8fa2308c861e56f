package vn.lantoa.diagrams.moves;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.CaseMoves;
import vn.lantoa.engine.CaseMoves.MoveRefused;

/**
 * Moves what waits, one case a transaction: the engine's case, its row in the task list and its row here go together or not at all. A case is
 * held by its row's lock, so that a killed node leaves it as it was and another one takes it (as ADR 40 does with chunks).
 */
@Component
class MoveWork {

    private static final Logger LOG = LoggerFactory.getLogger(MoveWork.class);
    private static final int MOST_ATTEMPTS = 5;

    private final MoveRows rows;
    private final CaseMoves moves;
    private final MoveNews news;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    MoveWork(MoveRows rows, CaseMoves moves, MoveNews news, AuditTrail audit, TransactionTemplate transaction) {
        this.rows = rows;
        this.moves = moves;
        this.news = news;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Takes one case and moves it; false when none waits. */
    boolean moveOne() {
        var held = new MoveRows.Turn[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var next = rows.next();
                next.ifPresent(turn -> {
                    held[0] = turn;
                    move(turn);
                });
                return next.isPresent();
            }));
        } catch (MoveRefused refused) {
            transaction.executeWithoutResult(
                    status -> rows.done(held[0], MoveOrder.State.REFUSED, news.obstacles(held[0].source(), refused)));
            return true;
        } catch (RuntimeException failed) {
            if (held[0] == null) {
                throw failed;
            }
            fail(held[0], failed);
            return true;
        }
    }

    /** Says of each order whose last case is done how it went. */
    void finish() {
        rows.ripe()
                .forEach(id -> transaction.executeWithoutResult(status -> {
                    if (rows.end(id)) {
                        var order = rows.find(id).orElseThrow();
                        news.ended(order);
                        audit.record(
                                "process.cases-moved",
                                null,
                                "process:" + order.process(),
                                null,
                                Map.of(
                                        "move", id,
                                        "moved", order.counts().moved(),
                                        "refused", order.counts().refused(),
                                        "gone", order.counts().gone()),
                                Map.of());
                    }
                }));
    }

    private void move(MoveRows.Turn turn) {
        var outcome = moves.move(turn.instance(), turn.source(), turn.target());
        rows.done(
                turn,
                outcome instanceof CaseMoves.Outcome.Moved ? MoveOrder.State.MOVED : MoveOrder.State.GONE,
                List.of());
    }

    /** Somebody acted on the case at the same moment, or the database was away: it is tried again, and given up only after several times. */
    private void fail(MoveRows.Turn turn, RuntimeException failed) {
        LOG.warn("Case {} was not moved at attempt {}", turn.instance(), turn.attempts() + 1, failed);
        transaction.executeWithoutResult(status -> {
            if (turn.attempts() + 1 >= MOST_ATTEMPTS) {
                rows.done(
                        turn,
                        MoveOrder.State.REFUSED,
                        List.of(new MoveOrder.Obstacle("FAILED", List.of(String.valueOf(failed.getMessage())))));
            } else {
                rows.postpone(turn);
            }
        });
    }
}
