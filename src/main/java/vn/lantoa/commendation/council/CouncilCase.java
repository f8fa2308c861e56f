package vn.lantoa.commendation.council;

import vn.lantoa.commendation.CouncilRule;
import vn.lantoa.commendation.Counting;
import vn.lantoa.commendation.NominationId;

/**
 * One nomination on the agenda of a session, with the rule frozen for it. It holds no nominee's name.
 *
 * @param review the passage through this level
 * @param number of the nomination
 * @param award in words
 * @param unit the nominee's, as it was called then
 * @param paper whether it is voted on paper
 * @param result null until it is counted
 * @param count null until it is counted
 * @param decided whether nothing more will be voted on it
 */
public record CouncilCase(
        long id,
        long session,
        NominationId nomination,
        long review,
        int place,
        String number,
        String award,
        String unit,
        boolean collective,
        CouncilRule rule,
        boolean paper,
        State state,
        Result result,
        Count count,
        boolean decided) {

    /** Where its ballot stands. */
    public enum State {
        WAITING,
        OPEN,
        COUNTED
    }

    /** What came out. */
    public enum Result {
        PASSED,
        /** Fewer in favour than needed. */
        FAILED,
        /** Too few were present. */
        NO_QUORUM,
        /** It was not put to the vote: it waits for another session of the same number. */
        NOT_VOTED;

        /** Whether a second session may follow. */
        boolean lost() {
            return this == FAILED || this == NO_QUORUM;
        }
    }

    /**
     * The numbers of a counted ballot.
     *
     * @param members of the council at the session
     * @param base what the share is taken of
     * @param needed the fewest in favour that pass
     * @param issued ballots given out: on a screen, those who could vote
     */
    public record Count(
            int members, int present, int base, int needed, int issued, int collected, int valid, int agreed) {

        /** Valid ballots that are not in favour. */
        public int others() {
            return valid - agreed;
        }

        /** The share in favour, for reading: "88,8%". */
        public String share() {
            return Counting.share(agreed, base);
        }
    }

    public boolean secret() {
        return rule.ballot() == CouncilRule.Ballot.SECRET;
    }
}
