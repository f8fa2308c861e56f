package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Asks all direct subordinates that were not asked yet, by hand; each by the act that asks one. */
@Component
public class ReportOpenings {

    private final Reports reports;
    private final ReportRows rows;
    private final Units units;
    private final Clock clock;

    ReportOpenings(Reports reports, ReportRows rows, Units units, Clock clock) {
        this.reports = reports;
        this.rows = rows;
        this.units = units;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param refusal the message of the first refusal, empty when there was none
     */
    public record Opened(int count, Optional<String> refusal) {}

    /**
     * Opens what is missing; a unit that somebody else asked meanwhile is passed over.
     *
     * @throws vn.lantoa.organization.NotVisible or {@link vn.lantoa.organization.NotAllowed} when the person is not the superior's officer
     */
    public Opened open(Actor actor, UnitId superior, ReportingPeriod period) {
        var count = 0;
        var refusal = Optional.<String>empty();
        for (var unit : units.subordinatesOf(superior, LocalDate.now(clock))) {
            if (rows.find(unit.id(), period).isPresent()) {
                continue;
            }
            var outcome = reports.open(actor, unit.id(), period);
            if (outcome instanceof ReportOutcome.Done) {
                count++;
            } else if (outcome instanceof ReportOutcome.Refused refused && refusal.isEmpty()) {
                refusal = Optional.of(refused.refusals().get(0).message());
            }
        }
        return new Opened(count, refusal);
    }
}
