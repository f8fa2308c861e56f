package vn.lantoa.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportHistories;

/** Report histories of the further units that {@code lantoa.demo.units} asked for. */
@Component
@Profile("demo")
class DemoHistories {

    private static final Logger log = LoggerFactory.getLogger(DemoHistories.class);
    private static final String WRITTEN = "histories";
    private static final long SEED = 2026;

    private final DemoSettings settings;
    private final ReportHistories histories;
    private final Units units;
    private final People people;
    private final int periods;

    DemoHistories(
            DemoSettings settings,
            ReportHistories histories,
            Units units,
            People people,
            @Value("${lantoa.demo.periods:0}") int periods) {
        this.settings = settings;
        this.histories = histories;
        this.units = units;
        this.people = people;
        this.periods = periods;
    }

    /** Writes them once. A start that was cut off goes on with those that are missing. */
    void write() {
        var root = units.findByCode(DemoStart.FURTHER);
        if (periods <= 0 || root.isEmpty() || settings.find(WRITTEN).isPresent()) {
            return;
        }
        var officer = people.actor("canbo." + DemoStart.FURTHER.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow()
                .id();
        var begun = System.nanoTime();
        var written = histories.grow(SEED, root.get().id(), histories.lastPeriods(periods), officer);
        settings.put(WRITTEN, Integer.toString(periods));
        log.info(
                "{} accepted reports with {} figures were invented in {} s",
                written.reports(),
                written.figures(),
                (System.nanoTime() - begun) / 1_000_000_000);
    }
}
