package vn.lantoa.reporting.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.reporting.consolidation.GrownReports.INDICATORS;
import static vn.lantoa.reporting.consolidation.GrownReports.notStated;
import static vn.lantoa.reporting.consolidation.GrownReports.stated;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Figures;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.SubordinateSums;
import vn.lantoa.testing.IntegrationTest;

/** Up any tree, with gaps, silence, restatements and units that came from elsewhere, the sums are those a person would add up. */
@IntegrationTest
@Transactional
class RandomTreesTest {

    private static final int TREES = 30;
    private static final ReportingPeriod NOW = ReportingPeriod.firstHalfOf(2026);
    private static final LocalDate END = LocalDate.of(2026, 6, 14);
    private static final List<String> KEYS = List.of("A2", "D1", "D3", "B2", "G1.collective", "G1.individual");

    @Autowired
    SubordinateSums sums;

    @Autowired
    JdbcClient jdbc;

    GrownReports grown;

    @BeforeEach
    void aList() {
        grown = new GrownReports(jdbc);
    }

    /** A unit as the test knows it: what it said, what was accepted of it, what it said a year ago. */
    private static final class Node {

        final UnitId unit = GrownReports.unit();
        final List<Node> children = new ArrayList<>();
        Report report;
        boolean accepted;
        Map<String, Figure> said = Map.of();
        Map<String, Figure> before = Map.of();
    }

    @Test
    void the_sums_of_any_tree_are_those_added_up_by_hand() {
        var first = System.nanoTime();
        for (var tree = 0; tree < TREES; tree++) {
            var seed = first + tree;
            var random = new Random(seed);
            var root = grow(random, null, 3);
            report(root, random, seed);
            restate(root, random, seed);
        }
    }

    /** The 63 places of 2023 are those from which units-34.csv says the 34 of today were formed; the numbers that were published are theirs. */
    @Test
    void the_speech_says_3184_groups_at_23_places() throws IOException {
        var published = Map.of("Hồ Chí Minh", 2441, "Đà Nẵng", 71, "Tiền Giang", 37, "Cần Thơ", 4);
        var rows = d3();
        assertThat(rows)
                .contains("TP.HCM (cũ)=2441", "Đà Nẵng=71", "Tiền Giang (cũ)=37", "Cần Thơ=4", "Toàn quốc=3184");
        var formed = provinces();
        var old = formed.values().stream().flatMap(List::stream).toList();
        assertThat(formed).hasSize(34);
        assertThat(old).hasSize(63).containsAll(published.keySet());
        // Four published their number; what is left of 3.184 lies with 19 others, 40 have none or say nothing.
        var groups = new LinkedHashMap<String, Integer>(published);
        var rest =
                3184 - published.values().stream().mapToInt(Integer::intValue).sum();
        old.stream()
                .filter(place -> !published.containsKey(place))
                .limit(19)
                .forEach(place -> groups.put(place, groups.size() == 4 ? rest - 18 * 33 : 33));

        var then = national(ReportingPeriod.yearOf(2023), old, groups);
        assertThat(then.accepted()).isEqualTo(63);
        assertThat(then.find("D3").orElseThrow().amount()).isEqualByComparingTo("3184");
        assertThat(then.find("D16").orElseThrow().amount()).isEqualByComparingTo("23");
        assertThat(then.find("D3").orElseThrow().notStated()).isEqualTo(20);

        // The same groups under the 34 of today: as many, at as many places as have some of them.
        var today = new LinkedHashMap<String, Integer>();
        formed.forEach((place, parts) -> {
            var sum = parts.stream()
                    .mapToInt(part -> groups.getOrDefault(part, 0))
                    .sum();
            if (sum > 0) {
                today.put(place, sum);
            }
        });
        var now = national(ReportingPeriod.yearOf(2025), List.copyOf(formed.keySet()), today);
        assertThat(now.accepted()).isEqualTo(34);
        assertThat(now.find("D3").orElseThrow().amount()).isEqualByComparingTo("3184");
        assertThat(now.find("D16").orElseThrow().amount()).isEqualByComparingTo(String.valueOf(today.size()));
    }

    /** Each place reports its groups, or none, or says nothing of them; how many communes of its own have some never enters the national count. */
    private SubordinateSums.Basis national(ReportingPeriod period, List<String> places, Map<String, Integer> groups) {
        var end = LocalDate.of(period.year(), 12, 14);
        var root = grown.open(GrownReports.unit(), null, period, end);
        var silent = false;
        for (var place : places) {
            silent = groups.containsKey(place) ? silent : !silent;
            var figure = groups.containsKey(place)
                    ? stated(groups.get(place), Qualifier.EXACT)
                    : silent ? notStated() : stated(0, Qualifier.EXACT);
            var report = grown.open(GrownReports.unit(), root.unit(), period, end);
            grown.say(report, Map.of("D3", figure, "D16", stated(7, Qualifier.EXACT)), true);
        }
        return sums.now(root, INDICATORS);
    }

    /** The 34 provinces with the old ones from which each was formed. */
    private static Map<String, List<String>> provinces() throws IOException {
        var provinces = new LinkedHashMap<String, List<String>>();
        for (var row : csv("/organization/units-34.csv")) {
            provinces.put(
                    row.get("short_name_vi"),
                    Stream.of(row.get("formed_from_vi").split(";"))
                            .map(String::strip)
                            .toList());
        }
        return provinces;
    }

    private Node grow(Random random, UnitId parent, int depth) {
        var node = new Node();
        if (random.nextInt(3) == 0) {
            // Last year the unit may have stood below another superior: its latest stock comes along, nothing is
            // counted there.
            var elsewhere = random.nextBoolean() ? GrownReports.unit() : parent;
            node.before = figures(random, List.of("A2", "D3"));
            var last = grown.open(node.unit, elsewhere, ReportingPeriod.yearOf(2025), LocalDate.of(2025, 12, 14));
            grown.say(last, node.before, true);
        }
        node.report = grown.open(node.unit, parent, NOW, END);
        for (var child = depth == 0 ? 0 : random.nextInt(4); child > 0; child--) {
            node.children.add(grow(random, node.unit, depth - 1));
        }
        return node;
    }

    /** From the leaves upward: each adds up, adds its own, sends; most are accepted. */
    private void report(Node node, Random random, long seed) {
        node.children.forEach(child -> report(child, random, seed));
        compare(node, sums.now(node.report, INDICATORS), seed);
        if (random.nextInt(8) == 0) {
            return;
        }
        var own = figures(random, KEYS);
        var said = withBelow(node, own);
        var accepted = random.nextInt(6) > 0;
        node.report = grown.say(node.report, said, accepted);
        node.accepted = accepted;
        node.said = accepted ? said : Map.of();
        sums.take(node.report, node.report.revision(), INDICATORS, new Figures(said), PersonId.of(1));
        var kept = sums.own(node.report);
        naive(node).forEach((key, expected) -> {
            if (expected.most == null
                    && own.containsKey(key)
                    && own.get(key).amount() != null
                    && expected.sum != null) {
                assertThat(kept.get(key))
                        .as("own %s, seed %d", key, seed)
                        .isEqualByComparingTo(own.get(key).amount());
            }
        });
        sums.freeze(node.report, INDICATORS);
    }

    /** What was taken stays; what is added up anew holds the restated figures. */
    private void restate(Node node, Random random, long seed) {
        var taken = sums.taken(node.report);
        for (var child : node.children) {
            restate(child, random, seed);
            if (child.accepted && random.nextInt(3) == 0) {
                child.said = figures(random, KEYS);
                child.report = grown.say(child.report, child.said, true);
            }
        }
        assertThat(sums.taken(node.report)).as("seed %d", seed).isEqualTo(taken);
        compare(node, sums.now(node.report, INDICATORS), seed);
    }

    private record Naive(
            BigDecimal sum, BigDecimal most, Qualifier qualifier, int stated, int notStated, int carried) {}

    private static void compare(Node node, SubordinateSums.Basis basis, long seed) {
        var expected = naive(node);
        assertThat(basis.expected()).as("seed %d", seed).isEqualTo(node.children.size());
        assertThat(basis.byKey().keySet()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((key, total) -> {
            var found = basis.find(key).orElseThrow();
            assertThat(found.amount())
                    .as("%s, seed %d", key, seed)
                    .usingComparator(RandomTreesTest::byValue)
                    .isEqualTo(total.sum);
            assertThat(found.most())
                    .as("%s, seed %d", key, seed)
                    .usingComparator(RandomTreesTest::byValue)
                    .isEqualTo(total.most);
            assertThat(found.qualifier()).as("%s, seed %d", key, seed).isEqualTo(total.qualifier);
            assertThat(List.of(found.stated(), found.notStated(), found.carried()))
                    .as("%s, seed %d", key, seed)
                    .isEqualTo(List.of(total.stated, total.notStated, total.carried));
        });
    }

    private static int byValue(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? (one == other ? 0 : 1) : one.compareTo(other);
    }

    /** By hand: child by child, key by key. */
    private static Map<String, Naive> naive(Node node) {
        var naive = new LinkedHashMap<String, Naive>();
        var children = node.children.stream().filter(child -> child.accepted).toList();
        for (var key : KEYS) {
            BigDecimal sum = null;
            var largest = BigDecimal.ZERO;
            var qualifiers = EnumSet.noneOf(Qualifier.class);
            int stated = 0;
            int notStated = 0;
            int carried = 0;
            for (var child : children) {
                var figure = child.said.get(key);
                var known = figure != null && figure.amount() != null;
                var before = key.equals("A2") && !known ? child.before.get(key) : null;
                var amount = known ? figure.amount() : before == null ? null : before.amount();
                if (amount != null) {
                    sum = sum == null ? amount : sum.add(amount);
                    largest = largest.max(amount);
                    qualifiers.add(known ? figure.qualifier() : Qualifier.ABOUT);
                    stated += known ? 1 : 0;
                    carried += known ? 0 : 1;
                } else if (figure != null) {
                    notStated++;
                }
            }
            if (stated + notStated + carried > 0) {
                var kinds = key.equals("D1") && sum != null;
                var range = kinds && sum.compareTo(largest) > 0;
                naive.put(
                        key,
                        new Naive(
                                kinds ? largest : sum,
                                range ? sum : null,
                                weakest(qualifiers),
                                stated,
                                notStated,
                                carried));
            }
        }
        if (naive.containsKey("D3")) {
            var groups = naive.get("D3");
            var having = children.stream()
                    .map(child -> child.said.get("D3"))
                    .filter(figure -> figure != null
                            && figure.amount() != null
                            && figure.amount().signum() > 0)
                    .count();
            var count = groups.stated == 0 ? null : BigDecimal.valueOf(having);
            naive.put("D16", new Naive(count, null, Qualifier.EXACT, groups.stated, groups.notStated, 0));
        }
        return naive;
    }

    private static Qualifier weakest(EnumSet<Qualifier> qualifiers) {
        qualifiers.remove(Qualifier.EXACT);
        if (qualifiers.isEmpty()) {
            return Qualifier.EXACT;
        }
        if (qualifiers.size() == 1) {
            return qualifiers.iterator().next();
        }
        return EnumSet.of(Qualifier.MORE_THAN, Qualifier.OVER).containsAll(qualifiers)
                ? Qualifier.MORE_THAN
                : Qualifier.ABOUT;
    }

    /** The unit's figures: what its subordinates reported with its own on top; where it said nothing of its own, theirs alone. */
    private static Map<String, Figure> withBelow(Node node, Map<String, Figure> own) {
        var said = new LinkedHashMap<>(own);
        naive(node).forEach((key, total) -> {
            if (total.sum == null || own.containsKey(key) && own.get(key).amount() == null) {
                return;
            }
            var more = own.containsKey(key) ? own.get(key).amount() : BigDecimal.ZERO;
            said.put(key, stated(total.sum.add(more).longValueExact(), total.qualifier));
        });
        return said;
    }

    private static Map<String, Figure> figures(Random random, List<String> keys) {
        var figures = new LinkedHashMap<String, Figure>();
        for (var key : keys) {
            switch (random.nextInt(5)) {
                case 0 -> {}
                case 1 -> figures.put(key, notStated());
                case 2 -> figures.put(key, stated(0, Qualifier.EXACT));
                default -> {
                    var exact = random.nextInt(4) > 0;
                    var qualifier = Qualifier.values()[exact ? 0 : random.nextInt(Qualifier.values().length)];
                    figures.put(key, stated(1 + random.nextInt(50), qualifier));
                }
            }
        }
        return figures;
    }

    private static List<String> d3() throws IOException {
        return csv("/reporting/report-figures.csv").stream()
                .filter(row -> row.get("indicator_code").equals("D3"))
                .map(row -> row.get("unit_name") + "=" + row.get("value"))
                .toList();
    }

    private static List<CSVRecord> csv(String resource) throws IOException {
        try (var in =
                new InputStreamReader(RandomTreesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }
}
