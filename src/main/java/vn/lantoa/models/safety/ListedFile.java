package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.Optional;
import vn.lantoa.models.safety.SafetyLists.Draft;

/** A file whose unit stands in the list of a decision. */
final class ListedFile {

    private ListedFile() {}

    /**
     * Why the decision cannot end this file, as the last part of a message that says what to do; empty when it can. What its leader has not
     * approved is not settled from outside: two people of the unit stand for its answers.
     */
    static Optional<String> against(SafetyFile file, Draft draft) {
        var decidedOn = draft.decision().decidedOn();
        return switch (file.state()) {
            case AWAITING -> before(decidedOn, file.sentOn()) ? Optional.of("before-sent") : Optional.empty();
            case SENDING, NOT_SENT -> {
                if (!draft.sent()) {
                    yield Optional.of(file.ended() ? "ended" : "not-sent");
                }
                yield before(decidedOn, file.minutesOn()) ? Optional.of("before-minutes") : Optional.empty();
            }
            case WITHDRAWING -> Optional.of("withdrawing");
            case OVERDUE -> Optional.of("overdue");
            default -> Optional.of("not-approved");
        };
    }

    private static boolean before(LocalDate day, LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }
}
