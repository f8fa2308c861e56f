package vn.lantoa.commendation;

import java.util.Map;

/**
 * How a level decides on one nomination: a row of {@code council-rule.dmn}, frozen when the nomination came to it.
 *
 * @param council whether a council votes; at a grassroots union the executive committee decides without one
 * @param approvalPercent of {@code base}, to be reached exactly or passed: {@code yes * 100 >= approvalPercent * base}
 * @param writtenVotes whether absent members may vote in writing
 * @param postingDays working days of public posting before the vote, 0 for none
 */
public record CouncilRule(
        boolean council,
        int quorumNumerator,
        int quorumDenominator,
        int approvalPercent,
        Base base,
        Ballot ballot,
        boolean writtenVotes,
        int postingDays,
        String basis) {

    /** What the share of votes is taken of. */
    public enum Base {
        ALL_MEMBERS,
        PRESENT
    }

    /** How members vote. */
    public enum Ballot {
        SECRET,
        OPEN
    }

    /** Whether so many present members may decide. */
    public boolean quorate(int members, int present) {
        return Counting.quorum(present, members, quorumNumerator, quorumDenominator);
    }

    /** The fewest who must be present. */
    public int quorum(int members) {
        return Counting.quorumOf(members, quorumNumerator, quorumDenominator);
    }

    /** Whether so many votes in favour are enough. */
    public boolean passed(int members, int present, int inFavour) {
        return quorate(members, present)
                && Counting.passes(inFavour, base == Base.ALL_MEMBERS ? members : present, approvalPercent);
    }

    static CouncilRule of(Map<String, Object> row) {
        return new CouncilRule(
                (Boolean) row.get("council"),
                number(row, "quorumNumerator"),
                number(row, "quorumDenominator"),
                number(row, "approvalPercent"),
                Base.valueOf((String) row.get("base")),
                Ballot.valueOf((String) row.get("ballot")),
                (Boolean) row.get("writtenVotes"),
                number(row, "postingDays"),
                (String) row.get("basis"));
    }

    private static int number(Map<String, Object> row, String name) {
        return ((Number) row.get(name)).intValue();
    }
}
