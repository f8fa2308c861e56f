package vn.lantoa.commendation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.Decisions;

/** Whether a nominee may be proposed: the facts gathered here, judged by {@code eligibility.dmn} with its dates and its law. */
@Component
public class Eligibility {

    static final String TABLE = "eligibility";

    private final EligibilityFacts facts;
    private final Decisions decisions;

    Eligibility(EligibilityFacts facts, Decisions decisions) {
        this.facts = facts;
        this.decisions = decisions;
    }

    /** What the table says today about what is stored, the hardest first; nothing is written. */
    public List<EligibilityFinding> of(NominationId nomination) {
        return decisions.ask(TABLE, facts.of(nomination)).stream()
                .map(Eligibility::finding)
                .sorted(Comparator.comparing(EligibilityFinding::outcome).thenComparing(EligibilityFinding::rule))
                .toList();
    }

    private static EligibilityFinding finding(Map<String, Object> row) {
        return new EligibilityFinding(
                (String) row.get("rule"),
                EligibilityFinding.Outcome.valueOf((String) row.get("outcome")),
                "eligibility." + row.get("reason"),
                (String) row.get("basis"));
    }
}
