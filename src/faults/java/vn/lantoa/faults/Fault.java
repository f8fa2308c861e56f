package vn.lantoa.faults;

/** One row of the table of faults (SECURITY.md §5). */
interface Fault {

    /** As the table names it, e.g. {@code F18}. */
    String code();

    /** What is done, in a sentence. */
    String done();

    /** How often at each scale; 0 leaves it out. */
    int runs(boolean full);

    /** Does it on this ground, which the next fault finds working again. */
    Outcome run(int runs, Ground ground) throws Exception;
}
