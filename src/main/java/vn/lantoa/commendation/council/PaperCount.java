package vn.lantoa.commendation.council;

import java.util.Optional;

/**
 * What the counters of a paper ballot wrote down, in ballots.
 *
 * @param issued phát ra
 * @param collected thu về
 * @param valid hợp lệ
 * @param agreed đồng ý, of the valid ones
 */
public record PaperCount(int issued, int collected, int valid, int agreed) {

    /** What makes these numbers impossible: the field at which it is said, a message key and its arguments. */
    Optional<CouncilOutcome.Refused> refusal(int mayVote) {
        if (issued < 0 || collected < 0 || valid < 0 || agreed < 0) {
            return Optional.of(CouncilOutcome.Refused.at("issued", "council.refused.paper.number"));
        }
        if (issued > mayVote) {
            return Optional.of(CouncilOutcome.Refused.at("issued", "council.refused.paper.issued", issued, mayVote));
        }
        if (collected > issued) {
            return Optional.of(
                    CouncilOutcome.Refused.at("collected", "council.refused.paper.collected", collected, issued));
        }
        if (valid > collected) {
            return Optional.of(CouncilOutcome.Refused.at("valid", "council.refused.paper.valid", valid, collected));
        }
        return agreed > valid
                ? Optional.of(CouncilOutcome.Refused.at("agreed", "council.refused.paper.agreed", agreed, valid))
                : Optional.empty();
    }
}
