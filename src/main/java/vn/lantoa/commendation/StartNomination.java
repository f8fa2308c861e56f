package vn.lantoa.commendation;

import java.time.LocalDate;
import vn.lantoa.organization.UnitId;

/**
 * A nomination to begin; what is missing is asked by the form.
 *
 * @param season null for the newest open season of the unit
 * @param title code of the award title, null when not chosen yet
 * @param nominee null when not known yet
 */
public record StartNomination(
        UnitId proposer,
        Long season,
        String title,
        LocalDate from,
        LocalDate to,
        String achievement,
        NomineeData nominee) {

    /** One about which nothing is known yet. */
    public static StartNomination of(UnitId proposer) {
        return new StartNomination(proposer, null, null, null, null, null, null);
    }
}
