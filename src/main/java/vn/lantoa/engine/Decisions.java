package vn.lantoa.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** The rule tables that came into service with a process, asked from code: which rows hold for these facts. */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final TableQuestions questions;

    Decisions(DecisionService decisions, TableQuestions questions) {
        this.decisions = decisions;
        this.questions = questions;
    }

    /**
     * Asks the newest version of a table.
     *
     * @param decision the id of the decision in its .dmn file
     * @param facts one for each input of the table; plain values only, days as text {@code 2026-11-22}
     * @return the outputs of each row that holds, in the order of the table; empty when none does
     * @throws IllegalArgumentException when a fact is not plain
     */
    public List<Map<String, Object>> ask(String decision, Map<String, Object> facts) {
        PlainValues.check(facts);
        questions.keep(decision, facts);
        return decisions
                .evaluateDecisionByKey(decision)
                .variables(new HashMap<>(facts))
                .evaluate()
                .getResultList();
    }
}
