package vn.lantoa.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which routes of this node have answered slowest since it started: templates of addresses, so nobody's number stands in them. */
@Component
class SlowRoutes {

    private static final int SHOWN = 10;

    /** Open pages listen to it for as long as they are open: its time is no waiting. */
    private static final String STREAM = "/events";

    private final MeterRegistry registry;
    private final Map<Key, Duration> longest = new ConcurrentHashMap<>();

    SlowRoutes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Which timers belong together: those of all statuses. */
    private record Key(String method, String template) {

        static Key of(Timer timer) {
            return new Key(timer.getId().getTag("method"), timer.getId().getTag("uri"));
        }
    }

    /** A route's answers added up. */
    private record Sum(long answers, Duration total) {

        static Sum of(Timer timer) {
            return new Sum(timer.count(), duration(timer.totalTime(TimeUnit.NANOSECONDS)));
        }

        Sum and(Sum more) {
            return new Sum(answers + more.answers, total.plus(more.total));
        }

        Duration mean() {
            return total.dividedBy(answers);
        }
    }

    /** A timer forgets its longest after two minutes; asked more often than that, none is missed. */
    @Scheduled(fixedRate = 30_000, initialDelay = 30_000)
    void remember() {
        timers().forEach(timer ->
                longest.merge(Key.of(timer), duration(timer.max(TimeUnit.NANOSECONDS)), SlowRoutes::longer));
    }

    /** The slowest on average first. */
    List<Route> slowest() {
        remember();
        var sums = new HashMap<Key, Sum>();
        timers().forEach(timer -> sums.merge(Key.of(timer), Sum.of(timer), Sum::and));
        sums.values().removeIf(sum -> sum.answers() == 0);
        return sums.entrySet().stream()
                .map(one -> route(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Route::mean).reversed().thenComparing(Route::template))
                .limit(SHOWN)
                .toList();
    }

    private Route route(Key key, Sum sum) {
        return new Route(
                key.method(), key.template(), sum.answers(), sum.mean(), longest.getOrDefault(key, Duration.ZERO));
    }

    private List<Timer> timers() {
        return registry.find("http.server.requests").timers().stream()
                .filter(timer -> !STREAM.equals(timer.getId().getTag("uri")))
                .toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration duration(double nanoseconds) {
        return Duration.ofNanos((long) nanoseconds);
    }
}
