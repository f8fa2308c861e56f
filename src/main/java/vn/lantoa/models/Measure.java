package vn.lantoa.models;

import java.time.LocalDate;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * What an officer proposed for a recognised site; a leader decides, never a timer.
 *
 * @param reasonCode message {@code models.reason.<CODE>}
 * @param decider the unit whose leader decides; for RAISE the next level
 * @param agreed null while it is open
 */
public record Measure(
        long id,
        Kind kind,
        String reasonCode,
        String reason,
        UnitId decider,
        PersonId proposedBy,
        Boolean agreed,
        String decisionNumber,
        LocalDate decidedOn) {

    /** Words: message {@code models.measure.<NAME>}. */
    public enum Kind {
        SUSPEND,
        RESUME,
        CLOSE,
        REVOKE,
        RAISE;

        /** Whether it can be proposed of a site in this state. */
        public boolean possibleIn(SiteState state) {
            return switch (this) {
                case SUSPEND -> state.alive();
                case RESUME -> state == SiteState.SUSPENDED;
                case CLOSE, REVOKE -> state.alive() || state == SiteState.SUSPENDED;
                case RAISE -> state == SiteState.ACTIVE;
            };
        }
    }
}
