package vn.lantoa.faults;

import java.util.List;

/**
 * What came of one fault.
 *
 * @param runs how often it was done; 0 when it could not be done here
 * @param written writes that were acknowledged meanwhile
 * @param lost of them not found afterwards
 * @param doubled found twice
 * @param broken rules of consistency that are broken, or a chain that is not whole, in words
 * @param further what else was counted
 */
record Outcome(int runs, int written, int lost, int doubled, List<String> broken, String further) {

    /** Nothing is known of it; the table says why. */
    static Outcome notRun(String why) {
        return new Outcome(0, 0, 0, 0, List.of(), "not run: " + why);
    }

    boolean met() {
        return lost == 0 && doubled == 0 && broken.isEmpty();
    }
}
