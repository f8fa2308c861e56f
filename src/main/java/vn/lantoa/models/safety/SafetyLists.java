package vn.lantoa.models.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.models.safety.SafetyResults.Line;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/**
 * Outside decisions that name many: a list is taken whole or not at all, and only when the totals that stand on the document agree with its
 * lines.
 */
@Component
public class SafetyLists {

    /** More lines than this are no list of one branch. */
    public static final int MOST_ROWS = 2_000;

    private final SafetyListLines lines;
    private final SafetyResults results;
    private final SafetyFileRows files;
    private final DecisionCheck check;
    private final Units units;
    private final Access access;
    private final Processes processes;
    private final SafetyNotices notices;

    SafetyLists(
            SafetyListLines lines,
            SafetyResults results,
            SafetyFileRows files,
            DecisionCheck check,
            Units units,
            Access access,
            Processes processes,
            SafetyNotices notices) {
        this.lines = lines;
        this.results = results;
        this.files = files;
        this.check = check;
        this.units = units;
        this.access = access;
        this.processes = processes;
        this.notices = notices;
    }

    /**
     * A line as it was written.
     *
     * @param line its number in the file, from 1
     * @param code of a unit of ours; null when only its name is given
     */
    public record Row(int line, String object, String code, String name, String result) {}

    /**
     * A list as it was handed in.
     *
     * @param stated how many of each result the document says; each must be said, 0 too
     * @param sent whether who hands it in says that approved files not yet recorded as sent were sent: they are recorded as sent to the
     *     issuer on the day of the decision
     */
    public record Draft(SafetyDecision decision, Map<SafetyResult, Integer> stated, List<Row> rows, boolean sent) {}

    /** What speaks against a line; {@code message} is a key. */
    public record Trouble(int line, String message, List<Object> args) {}

    /** What speaks against the decision itself, at this field. */
    public record Fault(String field, String message, List<Object> args) {

        static Fault at(String field, String message, Object... args) {
            return new Fault(field, message, List.of(args));
        }
    }

    /** How many lines of a result there are, where the document states another number. */
    public record Difference(SafetyResult result, int stated, int counted) {}

    /** What a look at a list found; it can be taken when nothing speaks against it. */
    public record Look(List<Fault> faults, List<Trouble> troubles, List<Difference> differences, int lines) {

        public boolean sound() {
            return faults.isEmpty() && troubles.isEmpty() && differences.isEmpty();
        }
    }

    /**
     * Passes for who enters what is counted for this unit.
     *
     * @throws vn.lantoa.organization.NotVisible when the unit is not there for the person
     */
    public Unit require(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, unit);
        return units.find(unit).orElseThrow();
    }

    /** Looks at a list; nothing is stored. */
    public Look look(Actor actor, UnitId unit, Draft draft) {
        require(actor, unit);
        return read(unit, draft, new ArrayList<>());
    }

    /**
     * Takes a list, or nothing of it: the files it names end with their results, in one transaction.
     *
     * @return what speaks against it; sound when it was taken
     */
    @Transactional
    public Look apply(Actor actor, UnitId unit, Draft draft) {
        require(actor, unit);
        var named = new ArrayList<Line>();
        var before = read(unit, draft, named);
        if (!before.sound()) {
            return before;
        }
        // Whoever works on one of these files or enters a result meanwhile comes before or after; who came before is
        // seen by the second look.
        filesOf(named, draft).forEach(file -> files.lock(file.id()));
        results.hold();
        var read = new ArrayList<Line>();
        var look = read(unit, draft, read);
        if (!look.sound()) {
            return look;
        }
        results.write(unit, draft.decision(), read, actor);
        if (draft.decision().kind() == SafetyDecision.Kind.RECOGNITION) {
            read.stream().filter(line -> line.unit() != null).forEach(line -> files.standing(
                            line.unit(), draft.decision().year())
                    .ifPresent(file -> end(file, draft.decision(), line.result(), actor)));
        }
        return look;
    }

    /** The files that a recognition names, always in the same order. */
    private List<SafetyFile> filesOf(List<Line> lines, Draft draft) {
        return draft.decision().kind() != SafetyDecision.Kind.RECOGNITION
                ? List.of()
                : lines.stream()
                        .filter(line -> line.unit() != null)
                        .flatMap(line ->
                                files.standing(line.unit(), draft.decision().year()).stream())
                        .sorted(Comparator.comparing(file -> file.id().value()))
                        .toList();
    }

    private void end(SafetyFile file, SafetyDecision decision, SafetyResult result, Actor actor) {
        DossierKey dossier = file.id().dossier();
        if (file.state() != State.AWAITING) {
            files.sent(file.id(), decision.issuer(), decision.decidedOn());
            notices.sentByList(file, decision, actor);
        }
        results.end(file, decision, result, actor);
        // What was closed as not sent has no process any more.
        if (!file.ended()
                && !processes.tell(SafetyFiles.DECIDED, dossier, Map.of("recognised", result == SafetyResult.PASSED))) {
            throw new IllegalStateException(dossier + " awaits a decision and does not hear of it");
        }
    }

    private Look read(UnitId unit, Draft draft, List<Line> read) {
        var faults = check.faults(draft);
        if (draft.decision().kind() == null) {
            return new Look(faults, List.of(), List.of(), draft.rows().size());
        }
        var troubles = new ArrayList<Trouble>();
        var counted = new EnumMap<SafetyResult, Integer>(SafetyResult.class);
        var seen = new HashMap<String, Integer>();
        for (var row : draft.rows()) {
            var found = lines.read(unit, draft.decision(), row);
            if (found.trouble() != null) {
                troubles.add(found.trouble());
            } else if (seen.putIfAbsent(keyOf(found.line()), row.line()) != null) {
                troubles.add(new Trouble(
                        row.line(), "safety.list.twice", List.of(found.line().name())));
            } else {
                read.add(found.line());
                counted.merge(found.line().result(), 1, Integer::sum);
            }
        }
        troubles.addAll(standing(draft, read, seen));
        return new Look(
                faults,
                troubles,
                differences(draft, counted, troubles),
                draft.rows().size());
    }

    private static String keyOf(Line line) {
        return line.unit() == null
                ? line.object() + "/" + line.name()
                : line.unit().toString();
    }

    /** A result of the year cannot be there yet; a file must await it, or be one that was sent though nobody said so. */
    private List<Trouble> standing(Draft draft, List<Line> read, Map<String, Integer> numbers) {
        var decision = draft.decision();
        var withUnit = read.stream().filter(line -> line.unit() != null).toList();
        Set<UnitId> decided = results.decided(
                decision.kind(),
                decision.year(),
                withUnit.stream().map(Line::unit).toList());
        var troubles = new ArrayList<Trouble>();
        for (var line : withUnit) {
            if (decided.contains(line.unit())) {
                troubles.add(new Trouble(
                        numbers.get(keyOf(line)),
                        "safety.list.decided",
                        List.of(line.name(), Integer.toString(decision.year()))));
            } else if (decision.kind() == SafetyDecision.Kind.RECOGNITION) {
                files.standing(line.unit(), decision.year())
                        .flatMap(file -> ListedFile.against(file, draft))
                        .ifPresent(why -> troubles.add(new Trouble(
                                numbers.get(keyOf(line)), "safety.list.not-awaiting." + why, List.of(line.name()))));
            }
        }
        return troubles;
    }

    /** Lines that could not be read are no difference of their own: they are told first. */
    private static List<Difference> differences(
            Draft draft, Map<SafetyResult, Integer> counted, List<Trouble> troubles) {
        if (!troubles.isEmpty()) {
            return List.of();
        }
        return SafetyResult.of(draft.decision().kind()).stream()
                .map(result ->
                        new Difference(result, draft.stated().getOrDefault(result, 0), counted.getOrDefault(result, 0)))
                .filter(one -> one.stated() != one.counted())
                .toList();
    }
}
