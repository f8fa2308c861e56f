package vn.lantoa.commendation.decision;

import java.time.LocalDate;
import java.util.List;

/**
 * A decision with its list.
 *
 * @param document number of its document in words, null while it has none
 * @param annulled lines taken back by a released annulment
 * @param about what corrects or annuls it
 * @param paidMeanwhile whether another decision changed what it pays since it was approved
 */
public record DecisionView(
        Decision decision,
        List<DecisionItem> items,
        String document,
        LocalDate dated,
        List<Long> annulled,
        List<Decision> about,
        boolean paidMeanwhile) {

    /** What the lines that stand pay together, in đồng. */
    public long total() {
        return items.stream()
                .filter(DecisionItem::stands)
                .mapToLong(item -> item.amount() == null ? 0 : item.amount())
                .sum();
    }

    /** Lines that stand and pay less than they would by themselves, because the same time was paid before. */
    public List<DecisionItem> reduced() {
        return items.stream().filter(item -> item.stands() && item.reduced()).toList();
    }

    /** How many collectives, or persons, stand on the list. */
    public long count(boolean collective) {
        return items.stream()
                .filter(item -> item.stands() && item.collective() == collective)
                .count();
    }
}
