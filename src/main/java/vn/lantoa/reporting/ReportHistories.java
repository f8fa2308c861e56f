package vn.lantoa.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * Grows the past of a generated tree: accepted reports with invented figures for every unit below its root, the same for the same seed. It
 * stands beside {@code TreeGenerator}, for the demo, tests and measurements; people's reports go through {@link Reports}.
 */
@Component
public class ReportHistories {

    private static final int CHUNK = 1_000;
    private static final int LATE_PERCENT = 12;
    private static final List<Integer> LEVELS = List.of(2, 3, 4);

    private final HistoryWriter writer;
    private final ReportBatch batch;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReportHistories(
            HistoryWriter writer,
            ReportBatch batch,
            WorkingDays workingDays,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.batch = batch;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was written now; what stood there from a run that was cut off is not written again. */
    public record Written(long reports, long figures) {}

    /** A unit in the order in which its tree was written; {@code index} says which one. */
    private record Place(int index, long id, long parent, int level, String path) {}

    /**
     * Writes the reports of these periods for every unit below the root, in transactions of a thousand reports each.
     *
     * @param by the person who is said to have entered them
     */
    public Written grow(long seed, UnitId root, List<ReportingPeriod> periods, PersonId by) {
        var places = places(root);
        var reports = 0L;
        var figures = 0L;
        for (var period : periods) {
            var written = grow(new HistoryFigures(seed), seed, places, period, by);
            reports += written.reports();
            figures += written.figures();
        }
        return new Written(reports, figures);
    }

    /** The last periods whose reports are due and accepted by now, the oldest first. */
    public List<ReportingPeriod> lastPeriods(int count) {
        var today = LocalDate.now(clock);
        var periods = new ArrayList<ReportingPeriod>();
        for (var half = today.getYear() * 2 + 1; periods.size() < count && half > 2 * 2000; half--) {
            var period = half % 2 == 1 ? ReportingPeriod.yearOf(half / 2) : ReportingPeriod.firstHalfOf(half / 2);
            var end = LocalDate.of(half / 2, half % 2 == 1 ? 12 : 6, 30);
            if (end.isBefore(today)) {
                periods.add(0, period);
            }
        }
        return periods;
    }

    private Written grow(HistoryFigures figures, long seed, List<Place> places, ReportingPeriod period, PersonId by) {
        var frame = batch.frame(period, LEVELS, LocalDate.now(clock)).orElseThrow();
        var gathered = gather(figures, places, period);
        var year = period.kind() == ReportingPeriod.Kind.Y;
        var reports = 0L;
        var written = 0L;
        for (var start = 0; start < places.size(); start += CHUNK) {
            var chunk = places.subList(start, Math.min(start + CHUNK, places.size()));
            if (stands(chunk.get(0), period)) {
                continue;
            }
            var past = chunk.stream()
                    .map(place -> {
                        var counts = gathered.containsKey(place.id())
                                ? gathered.get(place.id())
                                : figures.of(place.index(), period);
                        return past(frame, place, HistoryFigures.stated(counts, place.level(), year), seed);
                    })
                    .toList();
            written += transaction.execute(status -> writer.write(past, by));
            reports += past.size();
        }
        return new Written(reports, written);
    }

    /** What superiors have gathered from the grassroots, by unit. Units come before what stands below them. */
    private static Map<Long, int[]> gather(HistoryFigures figures, List<Place> places, ReportingPeriod period) {
        var gathered = new HashMap<Long, int[]>();
        places.forEach(place -> gathered.computeIfAbsent(place.parent(), id -> new int[HistoryFigures.CODES.size()]));
        for (var i = places.size() - 1; i >= 0; i--) {
            var place = places.get(i);
            var own = gathered.get(place.id());
            var counts = own == null ? figures.of(place.index(), period) : own;
            var superior = gathered.get(place.parent());
            HistoryFigures.gather(superior, counts);
            superior[HistoryFigures.at("O1")] += place.level() == 3 ? 1 : 0;
            superior[HistoryFigures.at("O2")] += place.level() == 4 ? 1 : 0;
        }
        return gathered;
    }

    private HistoryWriter.Past past(ReportBatch.Frame frame, Place place, Map<String, Figure> figures, long seed) {
        var random = new Random(seed + place.index() * 104_729L + frame.period().year());
        var days = random.nextInt(100) < LATE_PERCENT ? 1 + random.nextInt(9) : -random.nextInt(7);
        var due = frame.dues().get(place.level());
        Instant sent = due.lastDay()
                .plusDays(days)
                .atTime(LocalTime.of(8 + random.nextInt(9), random.nextInt(60)))
                .atZone(VietnamTime.ZONE)
                .toInstant();
        var timeliness = Timeliness.of(due.lastDay(), due.rolls(), sent, workingDays);
        return new HistoryWriter.Past(
                frame, place.id(), place.parent(), place.level(), place.path(), sent, timeliness, figures);
    }

    private List<Place> places(UnitId root) {
        var places = new ArrayList<Place>();
        var paths = new HashMap<Long, String>();
        paths.put(root.value(), "/" + root + "/");
        jdbc.sql(
                        """
                        select u.id, u.parent_id, u.level from unit u join unit_closure c on c.descendant_id = u.id
                        where c.ancestor_id = ? and c.depth > 0 order by u.id""")
                .param(root.value())
                .query(row -> {
                    var id = row.getLong("id");
                    var path = paths.get(row.getLong("parent_id")) + id + "/";
                    if (row.getInt("level") < 4) {
                        paths.put(id, path);
                    }
                    places.add(new Place(places.size(), id, row.getLong("parent_id"), row.getInt("level"), path));
                });
        return places;
    }

    private boolean stands(Place place, ReportingPeriod period) {
        return jdbc.sql("select count(*) from report where unit_id = ? and period = ?")
                        .params(place.id(), period.key())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
