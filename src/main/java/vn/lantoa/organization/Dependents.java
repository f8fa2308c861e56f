package vn.lantoa.organization;

import java.util.Collection;
import java.util.List;

/** Tells what other packages have built on units, so that units taken in by mistake can be taken back only while nothing has. */
public interface Dependents {

    /**
     * Something that would be left hanging.
     *
     * @param what its kind; the words are message {@code dependents.<what>} with the count
     */
    record Found(String what, UnitId unit, long count) {}

    /** What stands on these units, at most {@code limit} of it. */
    List<Found> on(Collection<UnitId> units, int limit);
}
