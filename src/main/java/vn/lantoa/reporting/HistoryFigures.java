package vn.lantoa.reporting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.lantoa.form.Qualifier;

/**
 * Invented figures of the size that published reports have (DOMAIN §3.5): a grassroots union counts little, its superiors add up. The same for
 * the same seed, unit and period; the hard rules between figures hold.
 */
final class HistoryFigures {

    /** Stocks stand, flows happen; what is counted once a year comes last. */
    static final List<String> CODES = List.of(
            "A1", "B1", "B2", "B3", "B4", "E7", "E7b", "F1", "F2", "F3", "G12", "G13", "H1", "B5", "D1", "D2", "D3",
            "D4", "D5", "D6", "D7", "O1", "O2", "O3", "D16", "C1", "C2", "E1", "E2", "E3");

    /** What even a small union says something about, zero or not. */
    private static final List<String> ALWAYS =
            List.of("A1", "B1", "B2", "B4", "D3", "D4", "E7", "F1", "G12", "G13", "H1", "O3");

    private static final int FIRST_STOCK = CODES.indexOf("B5");
    private static final int FIRST_OF_A_YEAR = CODES.indexOf("C1");

    private final long seed;

    HistoryFigures(long seed) {
        this.seed = seed;
    }

    static boolean asked(int code, boolean year) {
        return year || code < FIRST_OF_A_YEAR;
    }

    /** The counts of a grassroots union, the {@code index}-th unit of its tree; a year holds its own first half. */
    int[] of(int index, ReportingPeriod period) {
        var year = period.kind() == ReportingPeriod.Kind.Y;
        var counts = flows(index, period.year(), 1);
        if (year) {
            add(counts, flows(index, period.year(), 2));
            onceAYear(counts, random(index, period.year(), 3));
        }
        stocks(counts, random(index, 0, 0), period.year() * 2 + (year ? 1 : 0) - 4050);
        return counts;
    }

    /** Adds what a subordinate counts; kinds of models and subordinates that have groups are no sums. */
    static void gather(int[] superior, int[] subordinate) {
        var kinds = at("D1");
        var withGroups = at("D16");
        var most = Math.max(superior[kinds], subordinate[kinds]);
        var having = superior[withGroups] + (subordinate[at("D3")] > 0 ? 1 : 0);
        add(superior, subordinate);
        superior[kinds] = most;
        superior[withGroups] = having;
    }

    /** Counts as they are stated at a level: below communes only what arose and what all speak of. */
    static Map<String, Figure> stated(int[] counts, int level, boolean year) {
        var figures = new LinkedHashMap<String, Figure>();
        for (var i = 0; i < CODES.size(); i++) {
            var code = CODES.get(i);
            if (asked(i, year) && (level < 4 || counts[i] > 0 || ALWAYS.contains(code))) {
                figures.put(code, figure(code, counts[i], level));
            }
        }
        if (level < 4) {
            figures.put("D14", Figure.notStated());
        }
        return figures;
    }

    static int at(String code) {
        return CODES.indexOf(code);
    }

    private static Figure figure(String code, int count, int level) {
        var exact = Figure.exactly(java.math.BigDecimal.valueOf(count));
        var rounded = code.equals("B2") && level <= 2 && count > 100;
        return rounded
                ? new Figure(
                        Figure.Statement.STATED,
                        java.math.BigDecimal.valueOf(count / 100 * 100L),
                        Qualifier.MORE_THAN,
                        null,
                        null,
                        false)
                : exact;
    }

    private int[] flows(int index, int year, int half) {
        var random = random(index, year, half);
        var counts = new int[CODES.size()];
        counts[at("A1")] = sometimes(random, 60, 1, 2);
        counts[at("B1")] = sometimes(random, 70, 1, 3);
        counts[at("B2")] = counts[at("B1")] * between(random, 3, 9);
        counts[at("B3")] = sometimes(random, 30, 10, 100);
        counts[at("B4")] = sometimes(random, 15, 1, 2);
        counts[at("E7")] = sometimes(random, 25, 10, 60);
        counts[at("E7b")] = Math.min(1, counts[at("E7")]);
        counts[at("F1")] = sometimes(random, 10, 1, 1);
        counts[at("F2")] = sometimes(random, 6, 1, 1);
        counts[at("F3")] = counts[at("F2")] * between(random, 20, 60);
        counts[at("G12")] = sometimes(random, 4, 1, 1);
        counts[at("G13")] = sometimes(random, 8, 1, 2);
        counts[at("H1")] = sometimes(random, 20, 5, 40);
        return counts;
    }

    /** They grow from period to period, so that none drops by more than a fifth without a reason. */
    private static void stocks(int[] counts, Random random, int age) {
        var members = between(random, 20, 200);
        var groups = random.nextInt(100) < 8 ? 1 + Math.max(0, age) / 4 : 0;
        counts[at("B5")] = sometimes(random, 3, 1, 1);
        counts[at("D1")] = groups > 0 ? 1 : 0;
        counts[at("D2")] = groups;
        counts[at("D3")] = groups;
        counts[at("D4")] = groups * between(random, 3, 9);
        counts[at("D5")] = groups * between(random, 20, 60);
        counts[at("D6")] = groups * between(random, 1, 4);
        counts[at("D7")] = counts[at("D5")] * 2;
        counts[at("O3")] = members + Math.max(0, age);
    }

    private static void onceAYear(int[] counts, Random random) {
        counts[at("C1")] = sometimes(random, 5, 1, 1);
        counts[at("C2")] = counts[at("C1")] * between(random, 50, 200);
        counts[at("E1")] = sometimes(random, 30, 1, 1);
        counts[at("E2")] = random.nextInt(100) < 90 ? counts[at("E1")] : 0;
        counts[at("E3")] = random.nextInt(100) < 85 ? counts[at("E2")] : 0;
    }

    private static void add(int[] to, int[] what) {
        Arrays.setAll(to, i -> to[i] + what[i]);
    }

    private static int sometimes(Random random, int percent, int least, int most) {
        var count = between(random, least, most);
        return random.nextInt(100) < percent ? count : 0;
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private Random random(int index, int year, int part) {
        return new Random(seed * 1_000_003 + index * 7_919L + year * 31L + part);
    }
}
