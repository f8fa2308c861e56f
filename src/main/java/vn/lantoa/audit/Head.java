package vn.lantoa.audit;

/**
 * How long the chain is and how it ends.
 *
 * @param mac keyed digest of the two, null only before the first entry
 */
record Head(long seq, String hash, String mac) {

    static final Head EMPTY = new Head(0, "0".repeat(64), null);
}
