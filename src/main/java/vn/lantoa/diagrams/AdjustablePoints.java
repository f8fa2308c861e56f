package vn.lantoa.diagrams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.diagrams.AdjustablePoint.Why;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** Small changes of a process without drawing: its adjustable points are read, and written as a draft like any other. */
@Component
public class AdjustablePoints {

    private final PointReader reader;
    private final PointWriter writer;
    private final ProcessSight sight;

    AdjustablePoints(PointReader reader, PointWriter writer, ProcessSight sight) {
        this.reader = reader;
        this.writer = writer;
        this.sight = sight;
    }

    /** The points of one element, under the words by which people know it. */
    public record Group(String file, String element, String title, List<AdjustablePoint> points) {}

    /**
     * All points of a process.
     *
     * @param draft the reader's open draft whose values these are; empty when they are those in service
     * @param base what was read: handed back with the changes, so that nobody's change is overwritten unseen
     * @param unreadable files of the draft that cannot be read now
     * @param steps names of the steps for people by id
     */
    public record Points(
            ProcessFiles.Version version,
            Optional<ProcessDraft> draft,
            String base,
            List<Group> groups,
            List<String> unreadable,
            Map<String, String> steps) {

        List<AdjustablePoint> all() {
            return groups.stream().flatMap(group -> group.points().stream()).toList();
        }
    }

    /** What became of changes. */
    public sealed interface Adjusted {

        /** They are written in this draft. */
        record Kept(DraftId draft, int changed) implements Adjusted {}

        /** Everything is as it was; no draft was written. */
        record Unchanged() implements Adjusted {}

        /** Nothing is written; why, by the key of the point. */
        record Wrong(Map<String, Why> errors) implements Adjusted {}

        /** Another version or another window came first; nothing is written. */
        record Stale() implements Adjusted {}

        /** The draft cannot take it. */
        record Refused(ProcessDrafts.Why why) implements Adjusted {}
    }

    /** @throws NotVisible when there is no such process */
    public Points of(Actor actor, String process) {
        sight.require(actor);
        return reader.read(actor, process);
    }

    /**
     * Writes what differs into the reader's open draft, or into a new one.
     *
     * @param base what {@link #of} gave
     * @param values by the keys of the points; points left out stay as they are
     * @param title of a new draft
     */
    @Transactional
    public Adjusted adjust(Actor actor, String process, String base, Map<String, String> values, String title) {
        sight.require(actor);
        reader.hold(actor, process);
        var now = reader.read(actor, process);
        return now.base().equals(base) ? writer.write(actor, now, values, title) : new Adjusted.Stale();
    }
}
