package vn.lantoa.models.safety;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.models.safety.SafetyLists.Draft;
import vn.lantoa.models.safety.SafetyLists.Fault;

/** Whether a decision that brings a list is whole: its number, day and issuer, and a total for each of its results. */
@Component
class DecisionCheck {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_ISSUER = 200;

    private final SafetyRules rules;
    private final Clock clock;

    DecisionCheck(SafetyRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What speaks against a list, by the field of the form. */
    List<Fault> faults(Draft draft) {
        var decision = draft.decision();
        var faults = faults(decision);
        if (decision.kind() == null) {
            return faults;
        }
        SafetyResult.of(decision.kind()).stream()
                .filter(result ->
                        draft.stated().get(result) == null || draft.stated().get(result) < 0)
                .forEach(result -> faults.add(Fault.at("stated." + result, "safety.list.refused.stated")));
        if (draft.rows().isEmpty() || draft.rows().size() > SafetyLists.MOST_ROWS) {
            faults.add(Fault.at("file", "safety.list.refused.rows", Integer.toString(SafetyLists.MOST_ROWS)));
        }
        return faults;
    }

    /** What speaks against the decision itself. */
    List<Fault> faults(SafetyDecision decision) {
        var faults = new ArrayList<Fault>();
        if (decision.kind() == null) {
            faults.add(Fault.at("kind", "safety.list.refused.kind"));
            return faults;
        }
        if (rules.window(SafetyObject.DN, decision.year()).isEmpty()
                || decision.year() > LocalDate.now(clock).getYear()) {
            faults.add(Fault.at("year", "safety.list.refused.year"));
        }
        if (blank(decision.number(), LONGEST_NUMBER)) {
            faults.add(Fault.at("number", "safety.list.refused.number"));
        }
        if (blank(decision.issuer(), LONGEST_ISSUER)) {
            faults.add(Fault.at("issuer", "safety.list.refused.issuer"));
        }
        if (decision.decidedOn() == null
                || decision.decidedOn().isAfter(LocalDate.now(clock))
                || decision.decidedOn().getYear() < decision.year()) {
            faults.add(Fault.at("decidedOn", "safety.list.refused.day", Integer.toString(decision.year())));
        }
        return faults;
    }

    private static boolean blank(String text, int longest) {
        return text == null || text.isBlank() || text.length() > longest;
    }
}
