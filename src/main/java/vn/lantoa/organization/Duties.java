package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.List;

/** What lies open with the holder of a post, and its passing on; answered by who keeps the work. */
public interface Duties {

    /**
     * One thing to be handed over.
     *
     * @param kind message {@code handover.duty.<kind>}: {@code claimed} or {@code draft}
     * @param title what it is about
     * @param due null when it has no due date
     * @param address its page
     */
    record Duty(String kind, String title, LocalDate due, String address) {}

    /** The open duties of this person in this post, the most pressing first. */
    List<Duty> of(PersonId person, Post post, UnitId unit);

    /**
     * Passes them on.
     *
     * @param claimsToo whether what the person had claimed is claimed by the successor at once; otherwise it goes back to the post
     */
    void handOver(PersonId person, Actor successor, Post post, UnitId unit, boolean claimsToo);
}
