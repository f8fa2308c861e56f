package vn.lantoa.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import vn.lantoa.engine.RehearsalTrace.Answer;
import vn.lantoa.engine.RehearsalTrace.Place;
import vn.lantoa.engine.RehearsalTrace.Step;

/** Writes down how the case of this thread goes, and stops it when it takes too long: a gateway may lead back to itself for ever. */
class RehearsalRecorder implements HistoryEventHandler {

    private static final int MOST_STEPS = 2000;

    /** Elements that say nothing of where a case went, or whose flow says it already. */
    private static final Set<String> SILENT = Set.of("multiInstanceBody");

    private static final ThreadLocal<Tape> RUNNING = new ThreadLocal<>();

    /** The case went too far. */
    static class TooLong extends RuntimeException {
        TooLong() {
            super("a rehearsed case takes too long");
        }
    }

    /** What is written of one case. */
    static class Tape {
        final List<Step> steps = new ArrayList<>();
        final List<Answer> tables = new ArrayList<>();
        final List<Place> ends = new ArrayList<>();
        final List<String> unasked = new ArrayList<>();
        final RehearsedCase past;
        private final long until;
        private final String definition;
        private int seen;
        Instant now;

        Tape(Duration limit, RehearsedCase past, String definition) {
            this.until = System.nanoTime() + limit.toNanos();
            this.past = past;
            this.now = past.startedAt();
            this.definition = definition;
        }

        void check() {
            if (++seen > MOST_STEPS || System.nanoTime() > until) {
                throw new TooLong();
            }
        }
    }

    static void begin(Tape tape) {
        RUNNING.set(tape);
    }

    static void end() {
        RUNNING.remove();
    }

    /** The tape of the case on this thread, null when none is rehearsed. */
    static Tape running() {
        return RUNNING.get();
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        var tape = RUNNING.get();
        if (tape == null) {
            return;
        }
        if (event instanceof HistoricActivityInstanceEventEntity activity
                && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            tape.check();
            came(tape, activity);
        } else if (event instanceof HistoricDecisionEvaluationEvent decision) {
            tape.check();
            answered(tape, decision);
        }
    }

    private static void came(Tape tape, HistoricActivityInstanceEventEntity activity) {
        var type = activity.getActivityType();
        var place = new Place(
                activity.getActivityId(),
                activity.getActivityName() == null ? activity.getActivityId() : activity.getActivityName());
        if (type.endsWith("EndEvent")) {
            if (activity.getProcessDefinitionId().equals(tape.definition)) {
                tape.ends.add(place);
            }
        } else if (!type.endsWith("Gateway") && !type.toLowerCase().endsWith("startevent") && !SILENT.contains(type)) {
            tape.steps.add(new Step(place, type, tape.now));
        }
    }

    private static void answered(Tape tape, HistoricDecisionEvaluationEvent event) {
        var decision = event.getRootHistoricDecisionInstance();
        var result = new LinkedHashMap<String, Object>();
        decision.getOutputs().forEach(output -> {
            var value = output.getValue();
            if (value == null || !PlainCodes.SOMETHING.equals(PlainCodes.of(value))) {
                result.merge(output.getVariableName(), String.valueOf(value), (first, second) -> first + ", " + second);
            }
        });
        tape.tables.add(new Answer(
                decision.getDecisionDefinitionKey(),
                new Place(
                        String.valueOf(decision.getActivityId()),
                        decision.getDecisionDefinitionName() == null
                                ? decision.getDecisionDefinitionKey()
                                : decision.getDecisionDefinitionName()),
                result));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
