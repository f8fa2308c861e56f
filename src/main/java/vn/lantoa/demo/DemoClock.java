package vn.lantoa.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.calendar.DailyWork;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
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
    private final List<DailyWork> days;
    private LocalDate worked;

    DemoClock(
            HouseClock house,
            EngineTime engine,
            DueJobs jobs,
            DemoSettings settings,
            Access access,
            AuditTrail trail,
            List<DailyWork> days) {
        this.days = days;
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
     * Moves the clock forward from due timer to due timer and from morning to morning, so that each runs at its own time, and answers when nothing is left.
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
        var ran = work();
        for (var next = next(); !next.isAfter(target); next = next()) {
            standAt(next);
            ran += work();
            steps++;
        }
        standAt(target);
        ran += work();
        trail.record(
                "demo.clock-moved",
                actor,
                "demo:clock",
                null,
                Map.of("from", from.toString(), "to", target.toString(), "steps", steps),
                Map.of());
        return new Outcome.Moved(target, steps, ran);
    }

    private int work() {
        var now = house.instant().atZone(VietnamTime.ZONE);
        if (!now.toLocalTime().isBefore(DailyWork.BEGINS) && !now.toLocalDate().equals(worked)) {
            days.forEach(DailyWork::workThrough);
            worked = now.toLocalDate();
        }
        return jobs.runAll();
    }

    /** The next timer, or the next morning; a second later, since a clock set to full milliseconds may stand a little before it. */
    private Instant next() {
        var now = house.instant();
        var morning = now.atZone(VietnamTime.ZONE).with(DailyWork.BEGINS.plusSeconds(1));
        var next = (morning.toInstant().isAfter(now) ? morning : morning.plusDays(1)).toInstant();
        return jobs.nextAfter(now).filter(timer -> timer.isBefore(next)).orElse(next);
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
