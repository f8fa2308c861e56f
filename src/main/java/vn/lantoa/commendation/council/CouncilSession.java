package vn.lantoa.commendation.council;

import java.time.Instant;
import java.time.LocalDate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.UnitId;

/**
 * One meeting of a council.
 *
 * @param unitName as the unit was called when it was planned
 * @param number 1, or 2 when it votes again on what failed at a first one
 * @param openedAt null before
 * @param closedAt null before
 */
public record CouncilSession(
        long id,
        long council,
        UnitId unit,
        String unitName,
        long season,
        int year,
        int number,
        LocalDate meetsOn,
        String place,
        State state,
        Instant openedAt,
        Instant closedAt) {

    /** The type of its dossier, which carries the minutes and their scan. */
    public static final String DOSSIER = "council-session";

    /** Where it stands. */
    public enum State {
        PLANNED,
        OPEN,
        CLOSED,
        CANCELLED
    }

    public DossierKey dossier() {
        return new DossierKey(DOSSIER, Long.toString(id));
    }
}
