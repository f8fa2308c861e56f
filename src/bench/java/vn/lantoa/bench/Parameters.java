package vn.lantoa.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How large a run is; every number is a system property {@code bench.<name>}.
 *
 * @param small units of the small tree, whose open tasks are the "10,000" of the goals
 * @param units units of the large tree, whose campaign is measured
 * @param tasks how many tasks are open in the end, by cloning
 * @param sample units opened by one engine call each
 * @param reports reports of one unit's subordinates that are added up, of {@code indicators} figures each
 * @param sites sites of models, each with {@code reviews} reviews behind it
 * @param completions tasks completed in each database
 * @param pages pages fetched over HTTP in each database
 * @param rounds rounds of what takes seconds
 * @param only {@code models} or {@code size} for these figures alone, on trees without campaigns; empty for everything
 * @param peers numbers of open tasks at which the other engines are measured; none skips them
 */
public record Parameters(
        int small,
        int units,
        int tasks,
        int sample,
        int reports,
        int indicators,
        int sites,
        int reviews,
        int completions,
        int pages,
        int rounds,
        String only,
        List<Integer> peers) {

    static Parameters read() {
        return new Parameters(
                Integer.getInteger("bench.small", 10_000),
                Integer.getInteger("bench.units", 100_000),
                Integer.getInteger("bench.tasks", 1_000_000),
                Integer.getInteger("bench.sample", 300),
                Integer.getInteger("bench.reports", 100_000),
                Integer.getInteger("bench.indicators", 60),
                Integer.getInteger("bench.sites", 20_000),
                Integer.getInteger("bench.reviews", 10),
                Integer.getInteger("bench.completions", 200),
                Integer.getInteger("bench.pages", 300),
                Integer.getInteger("bench.rounds", 5),
                System.getProperty("bench.only", ""),
                peers(System.getProperty("bench.peers", "10000,100000")));
    }

    private static List<Integer> peers(String sizes) {
        return Arrays.stream(sizes.split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty() && !size.equals("0"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
