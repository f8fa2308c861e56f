package vn.lantoa.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.lantoa.engine.PastRuns.Happening;
import vn.lantoa.engine.PastRuns.PastRun;
import vn.lantoa.engine.PastRuns.Question;

/** What is recorded of one case, taken piece by piece as its rehearsal comes to it. One for each rehearsal. */
class RehearsedCase {

    private final PastRun run;
    private final Set<String> asked;
    private final List<Recorded> waiting;
    private final List<Question> questions;
    private final Map<String, Integer> called = new HashMap<>();

    /**
     * Something recorded: a completed task or a happening.
     *
     * @param outcome null for a happening
     */
    record Recorded(String process, String activity, String outcome, Map<String, Object> variables, Instant at) {}

    /** @param asked the names that gateways and tables ask: no other variable comes into the rehearsal */
    RehearsedCase(PastRun run, List<Rehearsals.Fact> facts, Set<String> asked) {
        this.run = run;
        this.asked = asked;
        this.waiting = new ArrayList<>(Stream.concat(
                        facts.stream()
                                .map(fact -> new Recorded(
                                        fact.process(),
                                        fact.step(),
                                        fact.outcome(),
                                        codes(fact.variables()),
                                        fact.at())),
                        run.happenings().stream().map(RehearsedCase::recorded))
                .sorted(Comparator.comparing(Recorded::at))
                .toList());
        this.questions = new ArrayList<>(run.questions());
    }

    private static Recorded recorded(Happening happening) {
        return new Recorded(happening.process(), happening.activity(), null, Map.of(), happening.at());
    }

    Instant startedAt() {
        return run.startedAt();
    }

    Optional<String> startedBy() {
        return run.startedBy();
    }

    Map<String, Object> startVariables() {
        return codes(run.members().get(0).variables());
    }

    /** What the next case called of this process was told; empty when the case never called so many. */
    Map<String, Object> calledVariables(String process) {
        var ordinal = called.merge(process, 1, Integer::sum);
        return run.members().stream()
                .skip(1)
                .filter(member -> member.process().equals(process))
                .skip(ordinal - 1L)
                .findFirst()
                .map(member -> codes(member.variables()))
                .orElse(Map.of());
    }

    /** The earliest that is recorded for one of these places ({@code process/activity}); it is taken. */
    Optional<Recorded> next(Set<String> places) {
        var found = waiting.stream()
                .filter(one -> places.contains(one.process() + "/" + one.activity()))
                .findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }

    /** What this service task asked this table the next time; it is taken. */
    Optional<Map<String, Object>> question(String process, String activity, String decision) {
        var found = questions.stream()
                .filter(one -> one.process().equals(process)
                        && one.activity().equals(activity)
                        && one.decision().equals(decision))
                .findFirst();
        found.ifPresent(questions::remove);
        return found.map(Question::facts);
    }

    private Map<String, Object> codes(Map<String, Object> variables) {
        var codes = new HashMap<String, Object>();
        variables.forEach((name, value) -> {
            if (asked.contains(name)) {
                codes.put(name, PlainCodes.of(value));
            }
        });
        return codes;
    }
}
