package vn.lantoa.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.EngineTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;

/** Does at the first start what people would have done, on the days on which they would have done it, through the same use cases. */
@Component
@Profile("demo")
class DemoDesk {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final HouseClock house;
    private final EngineTime engine;
    private final People people;
    private final Units units;
    private final Reports reports;
    private final Tasklist tasklist;

    DemoDesk(HouseClock house, EngineTime engine, People people, Units units, Reports reports, Tasklist tasklist) {
        this.house = house;
        this.engine = engine;
        this.people = people;
        this.units = units;
        this.reports = reports;
        this.tasklist = tasklist;
    }

    /** Lets it be this day, mid-morning; a little later each time, so that the acts of a day keep their order. */
    void itIs(LocalDate day, int minutes) {
        var moment = day.atTime(LocalTime.of(8, 30)).plusMinutes(minutes).atZone(VietnamTime.ZONE);
        var offset = Duration.between(Instant.now(), moment.toInstant()).truncatedTo(ChronoUnit.MILLIS);
        goOn(offset.isNegative() ? offset : Duration.ZERO);
    }

    /** Sets both clocks. */
    void goOn(Duration offset) {
        house.setOffset(offset);
        engine.setOffset(offset);
    }

    /** Asks a unit for a report; empty when it was asked before. */
    Optional<ReportId> open(String superior, String unit, ReportingPeriod period) {
        var id = units.findByCode(unit.toUpperCase(Locale.ROOT)).orElseThrow().id();
        var opened = reports.open(actor("canbo." + superior), id, period);
        if (opened instanceof ReportOutcome.Conflict) {
            return Optional.empty();
        }
        if (opened instanceof ReportOutcome.Done done) {
            return Optional.of(done.report());
        }
        throw new IllegalStateException("The demo's report " + unit + " " + period.key() + " was refused: " + opened);
    }

    /** Completes the only open step of the report on this person's list. */
    void complete(String username, ReportId report, String outcome, Map<String, Object> answers) {
        complete(username, report.dossier(), outcome, answers);
    }

    /** The same for any dossier. */
    void complete(String username, DossierKey dossier, String outcome, Map<String, Object> answers) {
        complete(username, dossier, null, outcome, answers);
    }

    /** The same where several steps of one dossier may wait for one person; {@code step} null for the only one. */
    void complete(String username, DossierKey dossier, String step, String outcome, Map<String, Object> answers) {
        var actor = actor(username);
        var task = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(dossier)
                        && (step == null || one.step().equals(step)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing to do in " + dossier + " for " + username));
        var completion = tasklist.complete(actor, task.id(), outcome, answers, VIETNAMESE);
        if (!(completion instanceof Completion.Completed)) {
            throw new IllegalStateException("The demo's answers were not taken: " + completion);
        }
    }

    Actor actor(String username) {
        return known(username).orElseThrow(() -> new IllegalStateException("no " + username));
    }

    /** Empty for an account that came with a later release than the one this trial began with. */
    Optional<Actor> known(String username) {
        return people.actor(username);
    }
}
