package vn.lantoa.commendation.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.organization.UnitId;

/**
 * One line of a decision's list.
 *
 * @param about the line that is corrected or annulled, null for an award
 * @param name null while nobody knows it, or in a draft whose nominee was erased
 * @param unit the proposing unit, {@code unitName} where the recipient belongs
 * @param amount in đồng, null before it was reckoned: what it pays, of an annulment what is to be given back
 * @param full what it would pay by itself, of an annulment what the annulled line had paid; null where nothing was reckoned
 * @param paidBy decisions by which the same time and achievement was paid before, null when nothing was
 * @param apart why its nominee is another person than the one found to have been paid, null while nobody said so
 * @param struck why it was taken off the list, null while it stands on it
 */
public record DecisionItem(
        long id,
        DecisionId decision,
        int position,
        NominationId nomination,
        Long about,
        boolean collective,
        String name,
        String post,
        UnitId unit,
        String unitName,
        LocalDate from,
        LocalDate to,
        Long amount,
        Long full,
        String paidBy,
        String apart,
        String struck) {

    /** Whether it stands on the list. */
    public boolean stands() {
        return struck == null;
    }

    /** "Công nhân, CĐCS Công ty May": post and unit as lists write them. */
    public String place() {
        return post == null || post.isBlank() ? unitName : post + ", " + unitName;
    }

    /** Whether less is paid than it would pay by itself, because something was paid before. */
    public boolean reduced() {
        return paidBy != null;
    }

    /** What was paid before, as far as it counts: what it would pay by itself, less what it pays. */
    public long paidBefore() {
        return full == null || amount == null ? 0 : full - amount;
    }

    DecisionItem named(String newName, String newPost, String newUnitName) {
        return copy(newName, newPost, newUnitName, amount, full, paidBy);
    }

    DecisionItem paying(long newAmount, long newFull, String newPaidBy) {
        return copy(name, post, unitName, newAmount, newFull, newPaidBy);
    }

    private DecisionItem copy(
            String newName, String newPost, String newUnitName, Long newAmount, Long newFull, String newPaidBy) {
        return new DecisionItem(
                id,
                decision,
                position,
                nomination,
                about,
                collective,
                newName,
                newPost,
                unit,
                newUnitName,
                from,
                to,
                newAmount,
                newFull,
                newPaidBy,
                apart,
                struck);
    }

    static DecisionItem read(ResultSet row, int n) throws SQLException {
        return new DecisionItem(
                row.getLong("id"),
                DecisionId.of(row.getLong("decision_id")),
                row.getInt("position"),
                NominationId.of(row.getLong("nomination_id")),
                row.getObject("about_item_id", Long.class),
                row.getBoolean("collective"),
                row.getString("name"),
                row.getString("post"),
                UnitId.of(row.getLong("unit_id")),
                row.getString("unit_name"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getObject("amount", Long.class),
                row.getObject("full_amount", Long.class),
                row.getString("paid_by"),
                row.getString("apart_reason"),
                row.getString("struck_reason"));
    }
}
