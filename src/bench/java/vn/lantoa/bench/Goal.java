package vn.lantoa.bench;

import java.util.Locale;

/** What was promised, all in one place. A goal that is missed is reported as missed; it is never lowered here. */
public enum Goal {
    OPENING_AGAINST_SINGLE_CALLS(5, true),
    OPENING_AGAINST_REPLAY(3, false),
    PAGE_AGAINST_BARE_SQL(3, false),
    PAGE_WITH_A_MILLION(1.3, false),
    SEARCH_AGAINST_BARE_SQL(3, false),
    COMPLETION_WITH_A_MILLION(0.8, true),
    WAVE_AGAINST_BARE_SQL(2, false),
    CONSOLIDATION_AGAINST_BARE_SQL(2, false),
    /** Counts reads of the campaign's tables, and sequential ones among them as a hundred each. */
    BRANCH_IS_ONE_INDEXED_READ(1, false),
    ADOPTION_AMONG_MANY(1.5, false),
    /** Counts readings of the whole table of adoptions while one is opened and ended. */
    ADOPTION_READS_ITS_OWN(0, false),
    /** Only reported. */
    NONE(0, true);

    private final double bound;
    private final boolean atLeast;

    Goal(double bound, boolean atLeast) {
        this.bound = bound;
        this.atLeast = atLeast;
    }

    boolean met(double ratio) {
        return this == NONE || (atLeast ? ratio >= bound : ratio <= bound);
    }

    String words() {
        return this == NONE
                ? "reported"
                : String.format(Locale.ROOT, "%s %.1f", atLeast ? "at least" : "at most", bound);
    }
}
