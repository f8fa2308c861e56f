package vn.lantoa.models;

import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;
import vn.lantoa.organization.Units;

/** Which unit does a step of a site: its own, its superior of today, or the level that decides. */
@Component
class Deciders {

    private final Measures measures;
    private final Recognitions recognitions;
    private final Units units;
    private final UnitSuccessions successions;

    Deciders(Measures measures, Recognitions recognitions, Units units, UnitSuccessions successions) {
        this.measures = measures;
        this.recognitions = recognitions;
        this.units = units;
        this.successions = successions;
    }

    UnitId unit(ModelSite site, String role) {
        return switch (role) {
            case Words.SUPERIOR -> superior(site);
            case Words.DECIDING -> deciding(site);
            case Words.RECOGNISING -> recognising(site);
            default -> site.unit();
        };
    }

    /** A root has no superior and decides about its own. */
    UnitId superior(ModelSite site) {
        return units.superiorOf(site.unit()).orElse(site.unit());
    }

    /** Who decides what is open; else who recognised it; before that its superior. */
    UnitId deciding(ModelSite site) {
        return measures.open(site.id())
                .map(Measure::decider)
                .map(successions::answering)
                .orElseGet(() -> recognising(site));
    }

    /** Who recognised it at the highest level in force; before that its superior. */
    private UnitId recognising(ModelSite site) {
        return recognitions
                .highest(site.id())
                .map(Recognitions.Recognition::issuer)
                .map(successions::answering)
                .orElseGet(() -> superior(site));
    }
}
