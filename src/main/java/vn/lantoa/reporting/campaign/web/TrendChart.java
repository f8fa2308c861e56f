package vn.lantoa.reporting.campaign.web;

import java.util.List;
import java.util.stream.IntStream;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.campaign.CampaignTrend.Point;

/** Where the bars of a trend stand in a drawing of 320 × 180: two a period, as high as their share of a hundred. */
record TrendChart(List<Bars> bars) {

    private static final int LEFT = 28;
    private static final int WIDTH = 292;
    private static final int TOP = 18;
    private static final int HEIGHT = 120;
    private static final int WIDEST = 60;
    private static final int BAR = 15;

    /** One bar; {@code middle} is where the number above it stands. */
    record Bar(int x, int y, int height, int percent) {

        public int middle() {
            return x + BAR / 2;
        }

        public int above() {
            return y - 3;
        }
    }

    /**
     * The two bars of a period.
     *
     * @param kind message {@code campaign.trend.period.<kind>}
     * @param year as it is written below
     */
    record Bars(int middle, Bar received, Bar onTime, String kind, String year) {}

    static TrendChart of(List<Point> points) {
        var step = points.isEmpty() ? WIDEST : Math.min(WIDEST, WIDTH / points.size());
        return new TrendChart(IntStream.range(0, points.size())
                .mapToObj(n -> bars(points.get(n), LEFT + n * step + step / 2))
                .toList());
    }

    public int barWidth() {
        return BAR;
    }

    private static Bars bars(Point point, int middle) {
        var period = point.period();
        var span = period.kind() == ReportingPeriod.Kind.SPAN;
        return new Bars(
                middle,
                bar(middle - BAR - 1, point.percent()),
                bar(middle + 1, point.onTimePercent()),
                period.kind().name(),
                String.valueOf(span ? period.to().getYear() : period.year()));
    }

    private static Bar bar(int x, int percent) {
        var height = HEIGHT * percent / 100;
        return new Bar(x, TOP + HEIGHT - height, height, percent);
    }
}
