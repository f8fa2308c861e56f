package vn.lantoa.diagrams.moves;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.diagrams.ProcessSight;
import vn.lantoa.diagrams.Reasons;
import vn.lantoa.engine.CaseMoves;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** Moves of running cases are ordered and watched here; {@link MoveWork} does them. */
@Component
public class MoveOrders {

    /** More are counted and not shown by name. */
    private static final int MOST = 200;

    private final MoveRows rows;
    private final CaseMoves moves;
    private final ProcessFiles processes;
    private final ProcessSight sight;
    private final AuditTrail audit;

    MoveOrders(MoveRows rows, CaseMoves moves, ProcessFiles processes, ProcessSight sight, AuditTrail audit) {
        this.rows = rows;
        this.moves = moves;
        this.processes = processes;
        this.sight = sight;
        this.audit = audit;
    }

    /** What became of an order. */
    public sealed interface Ordered {

        record Begun(long id) implements Ordered {}

        /** Nothing was ordered. */
        record Refused(Why why) implements Ordered {

            /** Message key of the reason. */
            public String key() {
                return "process.move.not." + why;
            }
        }
    }

    /** Why not. */
    public enum Why {
        NO_REASON,
        NO_VERSION,
        /** They are on the newest already. */
        NEWEST,
        /** None runs on it. */
        NO_CASES,
        /** The same cases wait to be moved already. */
        UNDER_WAY
    }

    /** Orders all running cases of one version to go to the newest. */
    @Transactional
    public Ordered order(Actor actor, String process, int from, String reason) {
        sight.require(actor);
        rows.takeTurns();
        var newest = processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
        if (reason.isBlank()) {
            return new Ordered.Refused(Why.NO_REASON);
        }
        var source = processes.version(process, from);
        if (source.isEmpty()) {
            return new Ordered.Refused(Why.NO_VERSION);
        }
        if (source.get().definition().equals(newest.definition())) {
            return new Ordered.Refused(Why.NEWEST);
        }
        var definition = source.get().definition();
        if (rows.of(process).stream()
                .anyMatch(order -> order.endedAt().isEmpty() && order.source().equals(definition))) {
            return new Ordered.Refused(Why.UNDER_WAY);
        }
        var cases = moves.cases(definition);
        if (cases.isEmpty()) {
            return new Ordered.Refused(Why.NO_CASES);
        }
        var text = Reasons.kept(reason);
        var id = rows.add(process, definition, newest.definition(), text, actor, cases);
        audit.record(
                "process.move-ordered",
                actor,
                "process:" + process,
                null,
                Map.of("move", id, "from", from, "to", newest.number(), "cases", cases.size()),
                Map.of("reason", text));
        return new Ordered.Begun(id);
    }

    /** An order, watched by those who draw. */
    public MoveOrder find(Actor actor, long id) {
        sight.require(actor);
        return rows.find(id).orElseThrow(() -> new NotVisible("move " + id));
    }

    /** The orders of a process, the newest first. */
    public List<MoveOrder> of(Actor actor, String process) {
        sight.require(actor);
        return rows.of(process);
    }

    /** The cases of an order that ended in one way. */
    public List<MoveOrder.Item> items(Actor actor, long id, MoveOrder.State state) {
        sight.require(actor);
        return rows.items(id, state, MOST);
    }
}
