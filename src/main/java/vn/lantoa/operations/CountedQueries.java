package vn.lantoa.operations;

import java.util.List;

/** The slowest statements, the slowest first, and why there may be none. */
public record CountedQueries(Counting counting, List<Query> queries) {

    /** Whether the database counts its statements. */
    public enum Counting {
        /** It does. */
        COUNTED,
        /** It could, once it is told to. */
        OFF,
        /** This one cannot. */
        NONE
    }
}
