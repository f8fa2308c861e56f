package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.diagrams.AdjustablePoints.Group;
import vn.lantoa.diagrams.AdjustablePoints.Points;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** Reads the adjustable points of a process, as the reader's open draft or the version in service has them, and groups them for people. */
@Component
class PointReader {

    private final ProcessFiles processes;
    private final ProcessDraftRows rows;
    private final StepsTakenOut takenOut;

    PointReader(ProcessFiles processes, ProcessDraftRows rows, StepsTakenOut takenOut) {
        this.processes = processes;
        this.rows = rows;
        this.takenOut = takenOut;
    }

    /** The reader's open draft is held until the transaction ends, so that what is read then is what is written on. */
    void hold(Actor actor, String process) {
        processes.newest(process).flatMap(version -> open(actor, version)).ifPresent(draft -> rows.hold(draft.id()));
    }

    /** @throws NotVisible when there is no such process */
    Points read(Actor actor, String process) {
        var version = processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
        var draft = open(actor, version);
        var unreadable = new ArrayList<String>();
        var places = new ArrayList<PointPlace>();
        files(draft, version).forEach(file -> {
            try {
                places.addAll(PointFiles.places(file.name(), PointFiles.text(file)));
                if (file.ending().equals("bpmn")) {
                    places.addAll(takenOut.of(process, file));
                }
            } catch (IllegalArgumentException e) {
                unreadable.add(file.name());
            }
        });
        return new Points(version, draft, base(version, draft), groups(places), unreadable, steps(places));
    }

    List<ModelFile> files(Optional<ProcessDraft> draft, ProcessFiles.Version version) {
        return draft.map(one -> rows.files(one.id())).orElseGet(() -> processes.files(version));
    }

    /** The last open draft this person began from the version in service; one from an older version would take newer changes back. */
    private Optional<ProcessDraft> open(Actor actor, ProcessFiles.Version version) {
        return rows.of(version.process()).stream()
                .filter(draft -> draft.state() == ProcessDraft.State.OPEN
                        && draft.author().equals(Optional.of(actor.id()))
                        && draft.basedOn().equals(version.definition()))
                .findFirst();
    }

    private static String base(ProcessFiles.Version version, Optional<ProcessDraft> draft) {
        return draft.map(one -> "draft " + one.id() + " " + one.version()).orElse(version.definition());
    }

    private static List<Group> groups(List<PointPlace> places) {
        var groups = new LinkedHashMap<String, List<PointPlace>>();
        places.forEach(place ->
                groups.computeIfAbsent(groupOf(place), key -> new ArrayList<>()).add(place));
        return groups.values().stream()
                .map(some -> new Group(
                        some.get(0).point().file(),
                        some.get(0).point().element(),
                        some.get(0).title(),
                        some.stream().map(PointPlace::point).toList()))
                .toList();
    }

    /** The cells of a rule stand together under its description, everything else under its element. */
    private static String groupOf(PointPlace place) {
        var point = place.point();
        return point.file() + "#" + (point.file().endsWith(".dmn") ? place.title() : point.element());
    }

    private static Map<String, String> steps(List<PointPlace> places) {
        var steps = new LinkedHashMap<String, String>();
        places.stream()
                .filter(place -> place.point().what() == What.FOUR_EYES)
                .forEach(place -> steps.put(place.point().element(), place.title()));
        return steps;
    }
}
