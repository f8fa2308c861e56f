package vn.lantoa.diagrams;

import java.util.List;
import vn.lantoa.engine.Finding;

/** What became of offering, releasing, returning or restoring. */
public sealed interface ReleaseOutcome {

    /** @param definition the engine's id of the version that is in service now; empty when none came into service by this act */
    record Done(String definition) implements ReleaseOutcome {}

    /**
     * Nothing was changed.
     *
     * @param findings what speaks against the files, when it is {@link Why#BLOCKED}
     * @param between the versions that came meanwhile, when it is {@link Why#OVERTAKEN}
     */
    record Refused(Why why, List<Finding> findings, List<Integer> between) implements ReleaseOutcome {

        static Refused of(Why why) {
            return new Refused(why, List.of(), List.of());
        }

        /** Message key of the reason. */
        public String key() {
            return "process.release.refused." + why;
        }

        /** Whether another moment or another person would get another answer, rather than another input. */
        public boolean conflict() {
            return why != Why.NO_REASON && why != Why.BLOCKED && why != Why.NO_VERSION && why != Why.NO_CHANGE;
        }
    }

    /** Why not. */
    enum Why {
        NO_REASON,
        /** It does not wait for release: it is still written, or was returned meanwhile. */
        NOT_OFFERED,
        /** It is no longer written: offered, released or given up. */
        NOT_OPEN,
        RELEASED,
        /** Whoever wrote in it or offered it never releases it. */
        OWN_DRAFT,
        /** It was changed after the page was opened. */
        STALE,
        /** Another version came into service after it was begun. */
        OVERTAKEN,
        /** Nothing differs from what is in service. */
        NO_CHANGE,
        BLOCKED,
        NO_VERSION,
        /** It is in service already. */
        IN_SERVICE,
        /** Whoever released the version in service does not take it back alone. */
        OWN_RELEASE
    }
}
