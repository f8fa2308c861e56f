package vn.lantoa.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.engine.DueJobs;
import vn.lantoa.engine.EngineTime;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** The demo's clock: a newcomer watches a whole season in ten minutes. It only ever goes forward. */
@Component
@Profile("demo")
public class DemoClock implements InitializingBean {

    /** What became of a move. */
    public sealed interface Outcome {

        /** The clock stands at the asked time, and everything due until then has run. */
        record Moved(Instant now, int steps, int jobs) implements Outcome {}

        /** The asked time is past: what happened cannot be undone. */
        record Past(Instant now) implements Outcome {}

        /** The asked time is further ahead than the calendar of holidays reaches. */
        record TooFar(Instant latest) implements Outcome {}
    }

    private static final String SETTING = "clock-offset-millis";
    private static final Instant LATEST = Instant.parse("2030-12-31T16:59:59Z");

    private final HouseClock house;
    private final EngineTime engine;
    private final DueJobs jobs;
    private final DemoSettings settings;
    private final Access access;
    private final AuditTrail trail;

    DemoClock(
            HouseClock house, EngineTime engine, DueJobs jobs, DemoSettings settings, Access access, AuditTrail trail) {
        this.house = house;
        this.engine = engine;
        this.jobs = jobs;
        this.settings = settings;
        this.access = access;
        this.trail = trail;
    }

    /** Goes on where the last run stood. */
    @Override
    public void afterPropertiesSet() {
        settings.find(SETTING).map(Long::parseLong).map(Duration::ofMillis).ifPresent(this::runAhead);
    }

    public Instant now() {
        return house.instant();
    }

    /**
     * Moves the clock forward from due timer to due timer, so that each runs at its own time, and answers when nothing is left.
     *
     * @throws vn.lantoa.organization.NotAllowed unless the person administers the installation
     */
    public synchronized Outcome moveTo(Instant target, Actor actor) {
        access.require(actor, Right.OPERATE);
        var from = house.instant();
        if (target.isBefore(from)) {
            return new Outcome.Past(from);
        }
        if (target.isAfter(LATEST)) {
            return new Outcome.TooFar(LATEST);
        }
        var steps = 0;
        var ran = jobs.runAll();
        for (var due = jobs.nextAfter(house.instant());
                due.isPresent() && !due.get().isAfter(target);
                due = jobs.nextAfter(house.instant())) {
            standAt(due.get());
            ran += jobs.runAll();
            steps++;
        }
        standAt(target);
        ran += jobs.runAll();
        trail.record(
                "demo.clock-moved",
                actor,
                "demo:clock",
                null,
                Map.of("from", from.toString(), "to", target.toString(), "steps", steps),
                Map.of());
        return new Outcome.Moved(target, steps, ran);
    }

    /** Real time has gone on while jobs ran: a step never turns the clock back by that little. */
    private void standAt(Instant moment) {
        var ahead = Duration.between(Instant.now(), moment).truncatedTo(ChronoUnit.MILLIS);
        var offset = ahead.compareTo(house.offset()) < 0 ? house.offset() : ahead;
        settings.put(SETTING, Long.toString(offset.toMillis()));
        runAhead(offset);
    }

    private void runAhead(Duration offset) {
        house.setOffset(offset);
        engine.setOffset(offset);
    }
}
