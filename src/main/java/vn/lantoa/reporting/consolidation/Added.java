package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.lantoa.form.Qualifier;
import vn.lantoa.reporting.SubordinateSums.Total;

/** What the database added up about one figure. */
record Added(
        BigDecimal total,
        BigDecimal largest,
        int stated,
        int notStated,
        int pending,
        int positive,
        Qualifier qualifier,
        int carried) {

    static final Added NOTHING = new Added(null, null, 0, 0, 0, 0, Qualifier.EXACT, 0);

    static Added read(ResultSet row) throws SQLException {
        var qualifier = Qualifier.EXACT;
        for (var one : Qualifier.values()) {
            if (one != Qualifier.EXACT && row.getInt("q_" + one.code()) > 0) {
                qualifier = qualifier.with(one);
            }
        }
        return new Added(
                row.getBigDecimal("total"),
                row.getBigDecimal("largest"),
                row.getInt("stated"),
                row.getInt("not_stated"),
                row.getInt("pending"),
                row.getInt("positive"),
                qualifier,
                0);
    }

    /** With a subordinate's latest figure of an earlier period: it is an estimate, so the sum is "khoảng". */
    Added carrying(BigDecimal amount, boolean saidNotStated) {
        return new Added(
                total == null ? amount : total.add(amount),
                largest == null ? amount : largest.max(amount),
                stated,
                notStated - (saidNotStated ? 1 : 0),
                pending,
                positive + (amount.signum() > 0 ? 1 : 0),
                Qualifier.ABOUT,
                carried + 1);
    }

    /** Two figures of the same units, such as collectives and individuals, as one. */
    Added and(Added other) {
        return new Added(
                total == null ? other.total : other.total == null ? total : total.add(other.total),
                null,
                Math.max(stated, other.stated),
                Math.max(notStated, other.notStated),
                Math.max(pending, other.pending),
                Math.max(positive, other.positive),
                qualifier.with(other.qualifier),
                Math.max(carried, other.carried));
    }

    /** The figures of some units, and of others. */
    Added beside(Added others) {
        return new Added(
                total == null ? others.total : others.total == null ? total : total.add(others.total),
                null,
                stated + others.stated,
                notStated + others.notStated,
                pending + others.pending,
                positive + others.positive,
                qualifier.with(others.qualifier),
                carried + others.carried);
    }

    Total asSum() {
        return new Total(total, null, qualifier, stated, notStated, pending, carried);
    }

    /** Kinds may be the same in two units: at least those of the one with most, at most all of them together. */
    Total asKinds() {
        var range = total != null && total.compareTo(largest) > 0;
        return new Total(largest, range ? total : null, qualifier, stated, notStated, pending, carried);
    }

    /** How many units have more than none of it; nothing is counted where nobody stated it. */
    Total asCount() {
        var count = stated + carried == 0 ? null : BigDecimal.valueOf(positive);
        return new Total(count, null, Qualifier.EXACT, stated, notStated, pending, carried);
    }
}
