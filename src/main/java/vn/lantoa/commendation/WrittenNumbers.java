package vn.lantoa.commendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whole numbers in Vietnamese words as official documents write them: "một triệu bốn trăm mười nghìn". After the first group every group is
 * read with its hundreds ("không trăm linh năm"), which is how sums of money are written so that nothing can be put in between.
 */
public final class WrittenNumbers {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final long MOST = 999_999_999_999_999_999L;
    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    /** Groups of three from the right: after a billion they begin anew ("nghìn tỷ", "triệu tỷ"). */
    private static final String[] GROUPS = {"", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ"};

    private WrittenNumbers() {}

    /** @throws IllegalArgumentException below 0 and above 18 digits */
    public static String of(long number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("no words for " + number);
        }
        if (number == 0) {
            return DIGITS[0];
        }
        var words = new ArrayList<String>();
        for (var group = GROUPS.length - 1; group >= 0; group--) {
            var three = (int) (number / power(group) % 1000);
            if (three > 0) {
                words.add(three(three, !words.isEmpty()));
                words.add(name(group, number));
            }
        }
        return String.join(" ", words.stream().filter(word -> !word.isEmpty()).toList());
    }

    /** A sum of money, with a capital and its currency: "Bảy trăm mười nghìn đồng". */
    public static String ofMoney(long dong) {
        var words = of(dong) + " đồng";
        return words.substring(0, 1).toUpperCase(VIETNAMESE) + words.substring(1);
    }

    private static long power(int group) {
        var power = 1L;
        for (var step = 0; step < group; step++) {
            power *= 1000;
        }
        return power;
    }

    /** "Tỷ" is said once for all groups above it: 1.002 tỷ is "một nghìn không trăm linh hai tỷ". */
    private static String name(int group, long number) {
        var shared = group > 3 && number / power(3) % power(group - 3) > 0;
        return shared ? GROUPS[group].replace(" tỷ", "") : GROUPS[group];
    }

    private static String three(int number, boolean follows) {
        var words = new ArrayList<String>();
        var hundreds = number / 100;
        var rest = number % 100;
        if (hundreds > 0 || follows) {
            words.add(DIGITS[hundreds] + " trăm");
        }
        words.addAll(two(rest, !words.isEmpty()));
        return String.join(" ", words);
    }

    private static List<String> two(int rest, boolean afterHundreds) {
        var tens = rest / 10;
        var ones = rest % 10;
        if (rest == 0) {
            return List.of();
        }
        if (tens == 0) {
            return afterHundreds ? List.of("linh", DIGITS[ones]) : List.of(DIGITS[ones]);
        }
        var ten = tens == 1 ? "mười" : DIGITS[tens] + " mươi";
        return ones == 0 ? List.of(ten) : List.of(ten, one(tens, ones));
    }

    /** After a ten 5 is "lăm"; from twenty on 1 is "mốt". 4 stays "bốn", as sums of money are written. */
    private static String one(int tens, int ones) {
        if (ones == 5) {
            return "lăm";
        }
        return ones == 1 && tens > 1 ? "mốt" : DIGITS[ones];
    }
}
