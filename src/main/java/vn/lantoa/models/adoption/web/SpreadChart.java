package vn.lantoa.models.adoption.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lantoa.models.adoption.SpreadCurve.Point;

/** Where the two lines of a spread curve stand in a drawing of 320 × 180, as the trend of reports has it. */
record SpreadChart(List<Mark> marks, int most) {

    private static final int LEFT = 40;
    private static final int WIDTH = 264;
    private static final int TOP = 18;
    private static final int HEIGHT = 120;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM");

    /**
     * One date.
     *
     * @param named whether its name is written below: every second one when they are many
     */
    record Mark(int x, int sites, int adopted, String month, String year, boolean named) {}

    static SpreadChart of(List<Point> points) {
        var most = points.stream()
                .mapToInt(one -> Math.max(one.sites(), one.adopted()))
                .max()
                .orElse(0);
        var top = Math.max(2, most + most % 2);
        var every = points.size() > 6 ? 2 : 1;
        return new SpreadChart(
                IntStream.range(0, points.size())
                        .mapToObj(n -> mark(points, n, top, every))
                        .toList(),
                top);
    }

    private static Mark mark(List<Point> points, int n, int top, int every) {
        var point = points.get(n);
        var x = points.size() == 1 ? LEFT + WIDTH / 2 : LEFT + WIDTH * n / (points.size() - 1);
        return new Mark(
                x,
                height(point.sites(), top),
                height(point.adopted(), top),
                MONTH.format(point.day()),
                String.valueOf(point.day().getYear()),
                (points.size() - 1 - n) % every == 0);
    }

    private static int height(int number, int top) {
        return TOP + HEIGHT - HEIGHT * number / top;
    }

    /** The line of living sites, for the attribute {@code points}. */
    public String sitesLine() {
        return line(Mark::sites);
    }

    public String adoptedLine() {
        return line(Mark::adopted);
    }

    private String line(ToIntFunction<Mark> y) {
        return marks.stream().map(mark -> mark.x() + "," + y.applyAsInt(mark)).collect(Collectors.joining(" "));
    }
}
