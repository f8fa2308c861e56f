package vn.lantoa.commendation.decision;

/**
 * What an award pays: its ratio times the base salary in force on the decision's date, rounded up to the next 10,000 đồng (NĐ 152/2025/NĐ-CP
 * Điều 49). Whole numbers only, so that nothing is lost to binary fractions.
 */
public final class PrizeMoney {

    private static final long STEP = 10_000;
    private static final long HUNDREDTHS = 100;

    private PrizeMoney() {}

    /**
     * The sum for one recipient in đồng.
     *
     * @param ratio in hundredths of the base salary: 150 for 1.5 times; null or 0 when the award pays nothing
     * @param baseSalary in đồng a month
     * @throws IllegalArgumentException when one of them is negative
     */
    public static long of(Integer ratio, long baseSalary) {
        if (ratio == null) {
            return 0;
        }
        if (ratio < 0 || baseSalary < 0) {
            throw new IllegalArgumentException("negative ratio or base salary");
        }
        var hundredths = Math.multiplyExact((long) ratio, baseSalary);
        var step = STEP * HUNDREDTHS;
        return Math.multiplyExact((hundredths + step - 1) / step, STEP);
    }

    /**
     * What an award pays to who was paid before for the same time and achievement: up to its full sum and not beyond, for only the highest
     * is paid (Điều 49(5), (6)).
     *
     * @param full what it pays by itself
     * @param held what the nominee holds already
     */
    public static long due(long full, long held) {
        return Math.max(0, full - Math.max(0, held));
    }

    /**
     * What is given back when an award is annulled: all that is held beyond the highest award that stands.
     *
     * @param held what the nominee holds, the annulled award's part included
     * @param left the full sum of the highest award that stands for the same time and achievement, 0 when none does
     */
    public static long givenBack(long held, long left) {
        return Math.max(0, held - left);
    }

    /** With dots between thousands as letters write it: {@code 1.410.000}. */
    public static String figures(long dong) {
        return String.format(java.util.Locale.ROOT, "%,d", dong).replace(',', '.');
    }
}
