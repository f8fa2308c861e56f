package vn.lantoa.commendation;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.VietnameseText;

/** Who may not judge a nomination: who is nominated, and who drafted it. Asked anew at every claim and every completion. */
@Component
class Independence {

    private static final Set<String> JUDGING = Set.of(
            Words.REVIEW_STEP,
            Words.RESERVE_STEP,
            Words.HOLD_STEP,
            Words.OBJECTION_STEP,
            Words.COMMITTEE_STEP,
            Words.SIGN_STEP);

    /** At the proposing unit one officer drafts and weighs; another person signs. */
    private static final Set<String> DECIDING = Set.of(Words.COMMITTEE_STEP, Words.SIGN_STEP);

    private final NomineeRows nominees;
    private final People people;

    Independence(NomineeRows nominees, People people) {
        this.nominees = nominees;
        this.people = people;
    }

    /** Message key of why this person may not do this step; empty when nothing speaks against it. */
    Optional<String> barred(Nomination nomination, String step, PersonId person) {
        if (!JUDGING.contains(step)) {
            return Optional.empty();
        }
        if (isNominee(nomination, person)) {
            return Optional.of("nomination.barred.nominee");
        }
        var ownLevel = nomination.at() == null || nomination.at().equals(nomination.proposer());
        return nomination.draftedBy().equals(person) && (DECIDING.contains(step) || !ownLevel)
                ? Optional.of("nomination.barred.drafter")
                : Optional.empty();
    }

    /** The same name, without regard to diacritics, in the nominee's unit. */
    private boolean isNominee(Nomination nomination, PersonId person) {
        var nominee = nominees.find(nomination.id()).filter(one -> !one.collective() && one.name() != null);
        var known = people.find(person);
        return nominee.isPresent()
                && known.isPresent()
                && VietnameseText.fold(known.get().name())
                        .equals(VietnameseText.fold(nominee.get().name()))
                && (known.get().homeUnit().equals(nominee.get().unit())
                        || people.holdingsOf(person).stream()
                                .map(Holding::unit)
                                .anyMatch(nominee.get().unit()::equals));
    }
}
