package vn.lantoa.commendation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.engine.Processes;

/** What councils, postings and decisions tell a nomination's process. */
@Component
public class NominationProgress {

    private final NominationRows rows;
    private final Processes processes;

    NominationProgress(NominationRows rows, Processes processes) {
        this.rows = rows;
        this.processes = processes;
    }

    /**
     * The days of posting are over.
     *
     * @return false when the nomination waits for no posting
     */
    @Transactional
    public boolean postingClosed(NominationId id, boolean objection) {
        rows.lock(id);
        return processes.tell(Words.POSTING_CLOSED, id.dossier(), Map.of("objection", objection));
    }

    /**
     * The council has voted.
     *
     * @return false when the nomination waits for no vote
     */
    @Transactional
    public boolean voted(NominationId id, boolean passed) {
        rows.lock(id);
        var told = new HashMap<String, Object>(Map.of("voted", passed ? "passed" : "failed"));
        if (!passed) {
            told.put(Words.LEVEL_RESULT, Words.REJECTED);
        }
        return processes.tell(Words.VOTED, id.dossier(), told);
    }

    /**
     * The decision on it was released, or it was struck from the list before the release.
     *
     * @return false when the nomination waits for no decision
     */
    @Transactional
    public boolean released(NominationId id, boolean awarded) {
        rows.lock(id);
        var told = processes.tell(Words.RELEASED, id.dossier(), Map.of("decided", awarded ? "awarded" : "dropped"));
        if (told) {
            rows.end(id, awarded ? NominationState.AWARDED : NominationState.REJECTED);
        }
        return told;
    }
}
