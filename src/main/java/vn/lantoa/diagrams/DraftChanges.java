package vn.lantoa.diagrams;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.difference.Change;
import vn.lantoa.diagrams.difference.Difference;
import vn.lantoa.diagrams.difference.FileChanges;
import vn.lantoa.engine.CaseMoves;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ModelRefused;
import vn.lantoa.engine.ModelXml;
import vn.lantoa.engine.MoveForecasts;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** What a draft, or one version after another, will change: in sentences, on the drawing, and for the cases that run. */
@Component
public class DraftChanges {

    private final ProcessDrafts drafts;
    private final ProcessFiles processes;
    private final CaseMoves moves;
    private final MoveForecasts forecasts;
    private final ProcessSight sight;

    DraftChanges(
            ProcessDrafts drafts,
            ProcessFiles processes,
            CaseMoves moves,
            MoveForecasts forecasts,
            ProcessSight sight) {
        this.drafts = drafts;
        this.processes = processes;
        this.moves = moves;
        this.forecasts = forecasts;
        this.sight = sight;
    }

    /**
     * The two drawings and what is marked on them.
     *
     * @param before BPMN of the version that is replaced
     * @param after BPMN of what comes
     * @param marks how each element differs, by its id
     */
    public record Drawing(String before, String after, Map<String, Change.Kind> marks) {}

    /**
     * Cases that stand together.
     *
     * @param names what people call the steps
     * @param touched whether one of the steps is changed or goes
     * @param obstacles why they cannot be moved to what comes; empty when they can
     */
    public record Place(List<String> names, int cases, boolean touched, List<CaseMoves.Reason> obstacles) {}

    /**
     * The running cases of the version that is replaced.
     *
     * @param older cases that run on versions before it
     * @param foreseen whether it could be tried out who can be moved; not when what comes could not come into service
     */
    public record Touched(List<Place> places, int older, boolean foreseen) {

        public int cases() {
            return places.stream().mapToInt(Place::cases).sum();
        }

        public int onTouchedSteps() {
            return places.stream().filter(Place::touched).mapToInt(Place::cases).sum();
        }

        public int movable() {
            return places.stream()
                    .filter(place -> place.obstacles().isEmpty())
                    .mapToInt(Place::cases)
                    .sum();
        }
    }

    /** What a draft changes against the version in service; for a released one, against the version that it was begun from. */
    public List<FileChanges> of(Actor actor, DraftId id) {
        var draft = drafts.find(actor, id);
        return Difference.between(processes.files(against(draft)), drafts.files(actor, id));
    }

    /** The same on the drawing. */
    public Drawing drawing(Actor actor, DraftId id) {
        var draft = drafts.find(actor, id);
        return drawing(draft.process(), processes.files(against(draft)), drafts.files(actor, id));
    }

    /** Who of the running cases is touched, and could be moved. Tried out in the engine and undone. */
    public Touched touched(Actor actor, DraftId id) {
        var draft = drafts.find(actor, id);
        var version = against(draft);
        var files = drafts.files(actor, id);
        var differing = elements(of(actor, id));
        try {
            return touched(version, forecasts.forecast(version.definition(), draft.process(), files), differing, true);
        } catch (ModelRefused | IllegalArgumentException unsafe) {
            var standing = forecasts.standing(version.definition());
            return touched(version, standing, differing, false);
        }
    }

    /** What one version changed against another. */
    public List<FileChanges> between(Actor actor, String process, int old, int now) {
        sight.require(actor);
        return Difference.between(processes.files(version(process, old)), processes.files(version(process, now)));
    }

    /** The same on the drawing. */
    public Drawing drawing(Actor actor, String process, int old, int now) {
        sight.require(actor);
        return drawing(process, processes.files(version(process, old)), processes.files(version(process, now)));
    }

    /** Names of the steps of a version by their ids. */
    public Map<String, String> names(ProcessFiles.Version version) {
        return diagram(version.process(), processes.files(version))
                .map(file -> ModelXml.read(file.content()).names())
                .orElse(Map.of());
    }

    /** A version by its number. */
    public ProcessFiles.Version version(String process, int number) {
        return processes
                .version(process, number)
                .orElseThrow(() -> new NotVisible("version " + number + " of " + process));
    }

    private ProcessFiles.Version against(ProcessDraft draft) {
        var base = processes.version(draft.basedOn());
        return draft.state() == ProcessDraft.State.RELEASED && base.isPresent()
                ? base.get()
                : processes.newest(draft.process()).orElseThrow(() -> new NotVisible("process " + draft.process()));
    }

    private Touched touched(
            ProcessFiles.Version version,
            List<MoveForecasts.Standing> standings,
            Set<String> differing,
            boolean foreseen) {
        var names = names(version);
        var running = new LinkedHashMap<>(moves.running(version.process()));
        running.remove(version.definition());
        return new Touched(
                standings.stream()
                        .map(standing -> new Place(
                                standing.steps().stream()
                                        .map(step -> names.getOrDefault(step, step))
                                        .toList(),
                                standing.cases(),
                                standing.steps().stream().anyMatch(differing::contains),
                                standing.refused().stream()
                                        .map(reason -> new CaseMoves.Reason(
                                                reason.obstacle(),
                                                names.getOrDefault(reason.step(), reason.step()),
                                                reason.detail()))
                                        .toList()))
                        .toList(),
                running.values().stream().mapToInt(Integer::intValue).sum(),
                foreseen);
    }

    private static Set<String> elements(List<FileChanges> changes) {
        return changes.stream()
                .flatMap(file -> file.telling().stream())
                .filter(change -> change.kind() != Change.Kind.ADDED)
                .map(Change::element)
                .collect(Collectors.toSet());
    }

    private static Drawing drawing(String process, List<ModelFile> old, List<ModelFile> now) {
        var marks = new LinkedHashMap<String, Change.Kind>();
        Difference.between(old, now).stream()
                .filter(file -> file.file().endsWith("/" + process + ".bpmn"))
                .flatMap(file -> file.changes().stream())
                .filter(change -> !change.element().isEmpty())
                .forEach(change -> marks.putIfAbsent(change.element(), change.kind()));
        return new Drawing(text(process, old), text(process, now), marks);
    }

    private static Optional<ModelFile> diagram(String process, List<ModelFile> files) {
        return files.stream()
                .filter(file -> file.ending().equals("bpmn") && file.id().equals(process))
                .findFirst();
    }

    private static String text(String process, List<ModelFile> files) {
        return diagram(process, files)
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
