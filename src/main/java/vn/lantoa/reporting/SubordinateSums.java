package vn.lantoa.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;

/** What the reports of a unit's direct subordinates add up to: where the unit's own report starts from. Implemented by consolidation. */
public interface SubordinateSums {

    /** As things stand now. */
    Basis now(Report report, List<Indicator> indicators);

    /** As it was taken for the report's present revision; nothing when nothing was taken. */
    Basis taken(Report report);

    /** The part of each figure that the unit did itself, as stored with the report's present revision. */
    Map<String, BigDecimal> own(Report report);

    /** Takes the sum as it stands now for a revision just handed in, and keeps the unit's own part of each figure. */
    void take(Report report, int revision, List<Indicator> indicators, Figures figures, PersonId by);

    /** Keeps the own parts of a revision that only corrects: it stands on the sum taken before. */
    void correct(Report report, int revision, Figures figures);

    /** The report was accepted: the sum it stands on changes no more. */
    void freeze(Report report, List<Indicator> indicators);

    /**
     * What stands below a report.
     *
     * @param expected reports of direct subordinates in all
     * @param accepted of them accepted and added
     * @param included of them added while they wait for acceptance, by choice
     * @param awaiting of them waiting for acceptance and not added
     * @param byKey sums by {@code D3} or {@code G1.collective}; absent where no subordinate said anything
     */
    record Basis(int expected, int accepted, int included, int awaiting, Map<String, Total> byKey) {

        public static final Basis NONE = new Basis(0, 0, 0, 0, Map.of());

        /** The sum of one figure. */
        public Optional<Total> find(String key) {
            return Optional.ofNullable(byKey.get(key));
        }
    }

    /**
     * One sum.
     *
     * @param amount null when nobody stated a number; of kinds, the least there can be
     * @param most of kinds that may be the same in two units, the most there can be; else null
     * @param stated how many subordinates stated a number
     * @param notStated how many said that they have none; they are not zero
     * @param pending how many await a decision
     * @param carried how many are counted with their latest accepted figure of an earlier period
     */
    record Total(
            BigDecimal amount,
            BigDecimal most,
            Qualifier qualifier,
            int stated,
            int notStated,
            int pending,
            int carried) {

        /** Whether it is one number and not a range. */
        public boolean isSum() {
            return amount != null && most == null;
        }

        /** As a figure: the sum itself, or that nothing is stated; empty for a range. */
        public Optional<Figure> asFigure() {
            if (isSum()) {
                return Optional.of(new Figure(Figure.Statement.STATED, amount, qualifier, null, null, false));
            }
            return amount == null ? Optional.of(Figure.notStated()) : Optional.empty();
        }

        /** What the unit's figure cannot be below, when that is certain. */
        public Optional<BigDecimal> floor() {
            var certain =
                    qualifier == Qualifier.EXACT || qualifier == Qualifier.MORE_THAN || qualifier == Qualifier.OVER;
            return Optional.ofNullable(amount).filter(value -> certain);
        }
    }
}
