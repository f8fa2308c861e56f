package vn.lantoa.faults;

import java.nio.file.Path;

/** One row of the table of faults (SECURITY.md §5). */
interface Fault {

    /** As the table names it, e.g. {@code F18}. */
    String code();

    /** What is done, in a sentence. */
    String done();

    /** How often at each scale. */
    int runs(boolean full);

    /** Does it, in this folder. */
    Outcome run(int runs, Path folder) throws Exception;
}
