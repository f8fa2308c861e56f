package vn.lantoa.form;

import java.time.LocalDate;
import java.util.Map;
import vn.lantoa.organization.UnitId;

/**
 * Figures of a report that the installation knows from its own work, so that nobody types them twice: features that know some implement it, the
 * report reads them all. Both know only this.
 */
public interface KnownFigures {

    /** A word of message {@code known-figures.<source>}, which says where the figures come from. */
    String source();

    /**
     * What the unit itself did, without its subordinates, from one day to another.
     *
     * @return counts by the keys of figures, {@code G3.individual}; what is not known is absent, never 0
     */
    Map<String, Integer> of(UnitId unit, LocalDate from, LocalDate to);
}
