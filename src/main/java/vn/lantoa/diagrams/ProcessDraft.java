package vn.lantoa.diagrams;

import java.time.Instant;
import java.util.Optional;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * A draft of a process: its whole set of files, changed by one or several persons until somebody else releases it.
 *
 * @param process id of the process, e.g. {@code unit-report}
 * @param unit the root that answers for the installation
 * @param author empty when it came with the software
 * @param basedOn the engine's id of the version it started from
 * @param reason why it is to be released; empty before it is offered
 * @param version counts up with each change
 */
public record ProcessDraft(
        DraftId id,
        String process,
        UnitId unit,
        String title,
        Optional<PersonId> author,
        String authorName,
        String basedOn,
        State state,
        Optional<String> reason,
        long version,
        Instant madeAt,
        Instant changedAt) {

    /** Where a draft stands. */
    public enum State {
        /** It is written. */
        OPEN,
        /** It waits for a second person. */
        OFFERED,
        /** It is in service, or was. */
        RELEASED,
        /** Given up. */
        DISCARDED
    }
}
