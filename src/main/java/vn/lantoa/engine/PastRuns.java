package vn.lantoa.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.CaseWatch.Stay;

/** What is known of a past case, together with the processes it called. */
@Component
public class PastRuns {

    /** What happened to a case from outside, besides completed tasks: messages and timers. */
    private static final Set<String> HAPPENINGS = Set.of(
            "boundaryMessage",
            "boundaryTimer",
            "receiveTask",
            "intermediateMessageCatch",
            "intermediateTimer",
            "messageStartEvent",
            "timerStartEvent",
            "startEvent");

    private final CaseMemory memory;
    private final TableQuestions questions;

    PastRuns(CaseMemory memory, TableQuestions questions) {
        this.memory = memory;
        this.questions = questions;
    }

    /**
     * A past case.
     *
     * @param members it and the cases it called, in the order in which they began
     * @param startedBy its start event; empty when nobody knows any more
     */
    public record PastRun(
            List<Member> members,
            Optional<String> startedBy,
            Instant startedAt,
            List<Happening> happenings,
            List<Question> questions) {

        /** The engine's ids of the case and of those it called. */
        public List<String> instances() {
            return members.stream().map(Member::instance).toList();
        }
    }

    /** One case of a family. */
    public record Member(String instance, String process, Map<String, Object> variables) {}

    /** A message came or a timer went off. */
    public record Happening(String process, String activity, Instant at) {}

    /** A service task asked a rule table. */
    public record Question(String process, String activity, String decision, Map<String, Object> facts) {}

    /** The case with this id of the engine. */
    public PastRun of(String instance, String process, Instant firstKnown) {
        var members = new ArrayList<Member>();
        var processes = new LinkedHashMap<String, String>();
        processes.put(instance, process);
        gather(instance, processes);
        processes.forEach((one, key) -> members.add(new Member(one, key, memory.known(one))));
        var root = memory.find(instance);
        return new PastRun(
                members,
                root.flatMap(CaseMemory.Remembered::startedBy),
                root.map(CaseMemory.Remembered::startedAt).orElse(firstKnown),
                happenings(
                        processes,
                        root.flatMap(CaseMemory.Remembered::startedBy).orElse("")),
                questions.of(List.copyOf(processes.keySet())).stream()
                        .map(asked -> new Question(
                                processes.get(asked.instance()), asked.activity(), asked.decision(), asked.facts()))
                        .toList());
    }

    private void gather(String instance, Map<String, String> processes) {
        memory.calledBy(instance).forEach(called -> {
            if (processes.putIfAbsent(called.instance(), called.process()) == null) {
                gather(called.instance(), processes);
            }
        });
    }

    private List<Happening> happenings(Map<String, String> processes, String start) {
        return processes.entrySet().stream()
                .flatMap(one -> memory.way(one.getKey()).stream()
                        .filter(stay -> HAPPENINGS.contains(stay.type())
                                && stay.until().isPresent()
                                && !stay.cancelled()
                                && !stay.step().equals(start))
                        .map(stay -> Map.entry(stay.from(), happening(one.getValue(), stay))))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A task that waits for a message ends with it; an event begins with it. */
    private static Happening happening(String process, Stay stay) {
        var waited = stay.type().equals("receiveTask") || stay.type().startsWith("intermediate");
        return new Happening(process, stay.step(), waited ? stay.until().orElseThrow() : stay.from());
    }
}
