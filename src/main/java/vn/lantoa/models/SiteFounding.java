package vn.lantoa.models;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** How a site begins without a proposal of its own: it was taken over from another one. */
@Component
public class SiteFounding {

    /**
     * A site that was set up after the pattern of another.
     *
     * @param kind what it applies
     * @param unit who runs it
     * @param source the site from which it was taken over; null when only the kind was
     * @param place where it is, in words
     * @param host who hosts it in words of the place, null when not said
     * @param decision number of the decision that founded it
     * @param foundedOn the day of that decision; its trial begins then
     * @param groups how many are expected, or there are already
     * @param by the officer who set it up
     */
    public record TakenOver(
            KindId kind,
            UnitId unit,
            SiteId source,
            String name,
            String place,
            String host,
            String decision,
            LocalDate foundedOn,
            Count groups,
            Count members,
            PersonId by) {}

    /**
     * Starts the life of a site that was taken over: it is under trial at once, its number is drawn, its process runs, and its first review
     * comes due after the months of rule {@code REVIEW_MONTHS} although it is not yet recognised; {@link SiteReviewed} and {@link SiteEnded} tell
     * what becomes of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SiteId takenOver(TakenOver site) {
        throw new UnsupportedOperationException("the life cycle of sites is not yet drawn");
    }
}
