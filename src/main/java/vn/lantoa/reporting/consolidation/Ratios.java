package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.lantoa.form.Qualifier;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.SubordinateSums.Basis;
import vn.lantoa.reporting.SubordinateSums.Total;

/** Ratios are recomputed from their terms, never added up. */
final class Ratios {

    private Ratios() {}

    /** The sum of a figure; of a ratio, what the sums of its terms give, unless a unit stated only one of them. */
    static Total or(Basis basis, Indicator indicator, String key) {
        if (indicator.derived() == null) {
            return basis.find(key).orElse(null);
        }
        var terms = terms(indicator);
        var numerator = basis.find(terms[0]).filter(Ratios::whole);
        var denominator = basis.find(terms[1]).filter(Ratios::whole);
        if (numerator.isEmpty()
                || denominator.isEmpty()
                || numerator.get().stated() != denominator.get().stated()
                || denominator.get().amount().signum() == 0) {
            return null;
        }
        var qualifier = numerator.get().qualifier() == Qualifier.EXACT
                        && denominator.get().qualifier() == Qualifier.EXACT
                ? Qualifier.EXACT
                : Qualifier.ABOUT;
        var percent = percent(numerator.get().amount(), denominator.get().amount());
        return new Total(percent, null, qualifier, numerator.get().stated(), 0, 0, 0);
    }

    /** What one unit's terms give; null when one of them is no number. */
    static Figure of(Figure numerator, Figure denominator) {
        if (numerator == null
                || denominator == null
                || numerator.amount() == null
                || denominator.amount() == null
                || denominator.amount().signum() == 0) {
            return null;
        }
        var percent = percent(numerator.amount(), denominator.amount());
        return new Figure(Figure.Statement.STATED, percent, Qualifier.EXACT, null, null, false);
    }

    static String[] terms(Indicator ratio) {
        return ratio.derived().split("/");
    }

    private static boolean whole(Total total) {
        return total.isSum() && total.notStated() == 0 && total.pending() == 0;
    }

    private static BigDecimal percent(BigDecimal numerator, BigDecimal denominator) {
        return numerator.movePointRight(2).divide(denominator, 2, RoundingMode.HALF_UP);
    }
}
