package vn.lantoa.models.adoption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteState;

/** How a kind spread over time: how many of its sites were alive at each date, and how many adoptions had been finished by then. */
@Component
public class SpreadCurve {

    /** So many dates are drawn at most; the steps between them grow with the time that is shown. */
    private static final int POINTS = 12;

    private final JdbcClient jdbc;
    private final Clock clock;

    SpreadCurve(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was there at the end of a day. */
    public record Point(LocalDate day, int sites, int adopted) {}

    /** The curve up to today, oldest first; empty while nothing happened. Counts only, so it is open to all who may sign in. */
    public List<Point> of(KindId kind) {
        var sites = changesOfSites(kind);
        var adopted = adoptions(kind);
        if (sites.isEmpty() && adopted.isEmpty()) {
            return List.of();
        }
        var first = sites.isEmpty() || !adopted.isEmpty() && adopted.firstKey().isBefore(sites.firstKey())
                ? adopted.firstKey()
                : sites.firstKey();
        return days(first, LocalDate.now(clock)).stream()
                .map(day -> new Point(day, upTo(day, sites), upTo(day, adopted)))
                .toList();
    }

    /** Month ends while they are few, else ends of quarters, of years, of several years; the last one is today. */
    static List<LocalDate> days(LocalDate first, LocalDate today) {
        for (var months : new int[] {1, 3, 12, 24, 60, 120}) {
            var days = new ArrayList<LocalDate>();
            days.add(today);
            var end = endOfSpanBefore(today, months);
            while (!end.isBefore(first)) {
                days.add(0, end);
                end = endOfSpanBefore(end, months);
            }
            if (days.size() <= POINTS) {
                return List.copyOf(days);
            }
        }
        return List.of(first, today);
    }

    private static LocalDate endOfSpanBefore(LocalDate day, int months) {
        var count = day.getYear() * 12 + day.getMonthValue() - 1;
        var began = count / months * months;
        return LocalDate.of(began / 12, began % 12 + 1, 1).minusDays(1);
    }

    private static int upTo(LocalDate day, TreeMap<LocalDate, Integer> changes) {
        return changes.headMap(day, true).values().stream().mapToInt(one -> one).sum();
    }

    /** By how many the number of living sites changed on each day. */
    private TreeMap<LocalDate, Integer> changesOfSites(KindId kind) {
        var changes = new TreeMap<LocalDate, Integer>();
        jdbc.sql(
                        "select h.since, h.until, count(*) as number from model_site_state h join model_site s on s.id = h.site_id"
                                + " where s.kind_id = :kind and h.state in (:alive) group by h.since, h.until")
                .param("kind", kind.value())
                .param("alive", SiteState.ALIVE.stream().map(Enum::name).toList())
                .query(row -> {
                    var number = row.getInt("number");
                    changes.merge(row.getObject("since", LocalDate.class), number, Integer::sum);
                    var until = row.getObject("until", LocalDate.class);
                    if (until != null) {
                        changes.merge(until, -number, Integer::sum);
                    }
                });
        return changes;
    }

    private TreeMap<LocalDate, Integer> adoptions(KindId kind) {
        var adopted = new TreeMap<LocalDate, Integer>();
        jdbc.sql(
                        "select ended_on, count(*) as number from model_adoption where kind_id = ? and state = 'ADOPTED' group by ended_on")
                .param(kind.value())
                .query(row -> {
                    adopted.put(row.getObject("ended_on", LocalDate.class), row.getInt("number"));
                });
        return adopted;
    }
}
