package vn.lantoa.commendation;

import java.util.Map;

/**
 * How a level decides on one nomination: a row of {@code council-rule.dmn}, frozen when the nomination came to it.
 *
 * @param council whether a council votes; at a grassroots union the executive committee decides without one
 * @param approvalPercent of {@link #base(int, int, int)}, to be reached exactly or passed: {@code yes * 100 >= approvalPercent * base}
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
        /** Those who take part: present, or absent with a written vote where the rule takes one. */
        PRESENT
    }

    /** How members vote. */
    public enum Ballot {
        SECRET,
        OPEN
    }

    /** The fewest present members who make the meeting valid. */
    public int quorum(int members) {
        return Counting.quorumOf(members, quorumNumerator, quorumDenominator);
    }

    /** Whether so many present members may decide; who only voted in writing was not there. */
    public boolean quorate(int members, int present) {
        return Counting.quorum(present, members, quorumNumerator, quorumDenominator);
    }

    /**
     * What the share is taken of: all members, or those who take part. Absent members who voted in writing take part where the rule takes
     * written votes (NĐ 152/2025/NĐ-CP Điều 45(4)b); whoever is counted among the votes is counted in the base, too.
     *
     * @param written absent members who voted in writing
     */
    public int base(int members, int present, int written) {
        return base == Base.ALL_MEMBERS ? members : present + (writtenVotes ? written : 0);
    }

    /** The fewest votes in favour that are enough; parameters as for {@link #passed}. */
    public int needed(int members, int present, int written) {
        return Counting.needed(base(members, present, written), approvalPercent);
    }

    /**
     * Whether so many votes in favour are enough, in whole numbers; the one place where that is decided, for committees and councils.
     *
     * @param present members who are there
     * @param written absent members who voted in writing, 0 for a committee that votes by hands
     */
    public boolean passed(int members, int present, int written, int inFavour) {
        return quorate(members, present) && Counting.passes(inFavour, base(members, present, written), approvalPercent);
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
