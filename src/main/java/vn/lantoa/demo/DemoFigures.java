package vn.lantoa.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.reporting.ReportingPeriod;

/** Figures of the size found in report-figures.csv, invented for the demo; they grow a little from year to year. */
final class DemoFigures {

    private static final Map<String, Integer> STOCKS = Map.ofEntries(
            Map.entry("A2", 2),
            Map.entry("B5", 12),
            Map.entry("D1", 6),
            Map.entry("D2", 40),
            Map.entry("D3", 71),
            Map.entry("D4", 410),
            Map.entry("D5", 5200),
            Map.entry("D6", 640),
            Map.entry("D11", 1),
            Map.entry("D12", 35),
            Map.entry("O1", 27),
            Map.entry("O2", 1385),
            Map.entry("O3", 106037));

    private static final Map<String, Integer> FLOWS = Map.ofEntries(
            Map.entry("A1", 9),
            Map.entry("A3", 2),
            Map.entry("B1", 60),
            Map.entry("B3", 12000),
            Map.entry("B4", 85),
            Map.entry("B6", 8),
            Map.entry("B7", 640),
            Map.entry("D8", 2),
            Map.entry("D9", 5),
            Map.entry("E7", 8600),
            Map.entry("E7b", 210),
            Map.entry("F1", 6),
            Map.entry("F2", 4),
            Map.entry("F3", 720),
            Map.entry("H1", 950));

    private static final Map<String, Integer> ONLY_OF_A_YEAR =
            Map.of("C1", 27, "C2", 5400, "E1", 320, "E2", 300, "E5", 180, "E5b", 260, "E6", 20);

    private final int percent;

    /** @param percent the size of the unit, 100 for a large city */
    DemoFigures(int percent) {
        this.percent = percent;
    }

    /** The answers under {@code figures}; a year's flows are twice those of its first half. */
    Map<String, Object> of(ReportingPeriod period) {
        var year = period.kind() == ReportingPeriod.Kind.Y;
        var growth = 100 + (period.year() - 2026) * 6 + (year ? 3 : 0);
        var figures = new LinkedHashMap<String, Object>();
        STOCKS.forEach((code, base) -> figures.put(code, value(scaled(base, growth))));
        FLOWS.forEach((code, base) -> figures.put(code, value(scaled(base, growth) * (year ? 2 : 1))));
        figures.put("B2", Map.of("value", scaled(4000, growth) * (year ? 2 : 1), "qualifier", "more_than"));
        figures.put("D7", Map.of("value", scaled(11000, growth), "qualifier", "about"));
        figures.put("D14", Map.of("notStated", true));
        figures.put("G3.collective", value(year ? 8 : 4));
        figures.put("G3.individual", value(year ? 14 : 7));
        figures.put("G12", value(year ? 8 : 4));
        figures.put("G13", value(year ? 14 : 7));
        if (year) {
            ONLY_OF_A_YEAR.forEach((code, base) -> figures.put(code, value(scaled(base, growth))));
            figures.put("E3", Map.of("pending", true));
        }
        return figures;
    }

    private static Map<String, Object> value(int amount) {
        return Map.of("value", amount);
    }

    /** Never zero, so that every demo figure is worth looking at. */
    private int scaled(int base, int growth) {
        return Math.max(1, (int) ((long) base * percent * growth / 10_000));
    }
}
