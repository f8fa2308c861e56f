package vn.lantoa.commendation;

import java.util.Locale;

/**
 * The arithmetic of a vote, in whole numbers alone: 80 % of 9 members are 7.2, so 8 are needed (DOMAIN §2.7). Nothing is ever rounded to
 * decide.
 */
public final class Counting {

    private static final int HUNDRED = 100;

    private Counting() {}

    /** Whether so many present make the meeting valid: present / members is at least numerator / denominator. */
    static boolean quorum(int present, int members, int numerator, int denominator) {
        return members > 0 && (long) present * denominator >= (long) numerator * members;
    }

    /** The fewest who make it valid. */
    static int quorumOf(int members, int numerator, int denominator) {
        return upwards((long) numerator * members, denominator);
    }

    /** Whether so many votes in favour reach the share of the base. Of nobody, nothing is a share. */
    static boolean passes(int agreed, int base, int percent) {
        return base > 0 && (long) agreed * HUNDRED >= (long) percent * base;
    }

    /** The fewest votes in favour that reach the share of the base. */
    static int needed(int base, int percent) {
        return upwards((long) percent * base, HUNDRED);
    }

    /** "88,8%": for reading only; cut, not rounded, so that what did not reach a share never reads as if it had. */
    public static String share(int agreed, int base) {
        if (base <= 0) {
            return "0%";
        }
        var tenths = (long) agreed * 1000 / base;
        return tenths % 10 == 0 ? tenths / 10 + "%" : String.format(Locale.ROOT, "%d,%d%%", tenths / 10, tenths % 10);
    }

    private static int upwards(long numerator, int denominator) {
        return (int) ((numerator + denominator - 1) / denominator);
    }
}
