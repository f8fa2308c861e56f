package vn.lantoa.diagrams;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.diagrams.AdjustablePoint.Why;
import vn.lantoa.diagrams.AdjustablePoints.Adjusted;
import vn.lantoa.diagrams.AdjustablePoints.Points;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.Actor;

/** Writes values that differ from what was read into a draft, all of them or none. */
@Component
class PointWriter {

    private final PointReader reader;
    private final ProcessDrafts drafts;
    private final ProcessDraftRows rows;
    private final StepsTakenOut takenOut;
    private final AuditTrail audit;

    PointWriter(
            PointReader reader, ProcessDrafts drafts, ProcessDraftRows rows, StepsTakenOut takenOut, AuditTrail audit) {
        this.reader = reader;
        this.drafts = drafts;
        this.rows = rows;
        this.takenOut = takenOut;
        this.audit = audit;
    }

    /** In the caller's transaction. */
    Adjusted write(Actor actor, Points now, Map<String, String> values, String title) {
        var points = now.all().stream()
                .collect(Collectors.toMap(AdjustablePoint::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var changed = new LinkedHashMap<String, String>();
        var errors = new LinkedHashMap<String, Why>();
        values.forEach((key, typed) -> {
            var point = points.get(key);
            var value = typed == null ? "" : typed.strip();
            if (point == null) {
                errors.put(key, Why.UNKNOWN);
            } else if (!value.equals(point.value().strip())) {
                PointValues.wrong(point, value).ifPresent(why -> errors.put(key, why));
                changed.put(key, value);
            }
        });
        if (!errors.isEmpty()) {
            return new Adjusted.Wrong(errors);
        }
        if (changed.isEmpty()) {
            return new Adjusted.Unchanged();
        }
        var written = new ArrayList<ModelFile>();
        for (var file : reader.files(now.draft(), now.version())) {
            written(now.version().process(), file, points, changed, errors).ifPresent(written::add);
        }
        return errors.isEmpty() ? keep(actor, now, written, changed, points, title) : new Adjusted.Wrong(errors);
    }

    private Optional<ModelFile> written(
            String process,
            ModelFile file,
            Map<String, AdjustablePoint> points,
            Map<String, String> changed,
            Map<String, Why> errors) {
        var mine = new LinkedHashMap<>(changed);
        mine.keySet().removeIf(key -> !points.get(key).file().equals(file.name()));
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        var text = PointFiles.with(file.name(), PointFiles.text(file), mine);
        for (var change : mine.entrySet()) {
            var point = points.get(change.getKey());
            if (point.what() == What.ON && change.getValue().equals(AdjustablePoint.NO)) {
                var without = OptionalSteps.without(text, point.element());
                if (without.why() != null) {
                    errors.put(point.key(), without.why());
                }
                text = without.text();
            } else if (point.what() == What.ON) {
                var with = takenOut.with(process, file, text, point.element());
                if (with.isEmpty()) {
                    errors.put(point.key(), Why.DRAWN_SINCE);
                }
                text = with.orElse(text);
            }
        }
        PointFiles.contradictions(file.name(), text).forEach((key, why) -> {
            if (mine.containsKey(key) || mine.keySet().stream().anyMatch(other -> sameField(key, other))) {
                errors.put(key, why);
            }
        });
        return Optional.of(new ModelFile(file.name(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean sameField(String one, String other) {
        return one.substring(0, one.lastIndexOf('#')).equals(other.substring(0, other.lastIndexOf('#')));
    }

    private Adjusted keep(
            Actor actor,
            Points now,
            List<ModelFile> written,
            Map<String, String> changed,
            Map<String, AdjustablePoint> points,
            String title) {
        var id = now.draft()
                .map(ProcessDraft::id)
                .orElseGet(() -> drafts.begin(actor, now.version().process(), title));
        for (var file : written) {
            var seen = rows.file(id, file.name())
                    .map(ProcessDraftRows.Kept::version)
                    .orElse(0L);
            var outcome = drafts.write(actor, id, file, seen);
            if (!(outcome instanceof ProcessDrafts.Written.Kept)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return outcome instanceof ProcessDrafts.Written.Refused refused
                        ? new Adjusted.Refused(refused.why())
                        : new Adjusted.Stale();
            }
        }
        audit.record(
                "process.points-adjusted",
                actor,
                ProcessDrafts.object(id),
                null,
                Map.of("process", now.version().process(), "points", changed.size()),
                told(changed, points));
        return new Adjusted.Kept(id, changed.size());
    }

    /** The first of them, old and new: the draft itself holds all. */
    private static Map<String, String> told(Map<String, String> changed, Map<String, AdjustablePoint> points) {
        var told = new LinkedHashMap<String, String>();
        changed.entrySet().stream()
                .limit(20)
                .forEach(change ->
                        told.put(change.getKey(), points.get(change.getKey()).value() + " → " + change.getValue()));
        return told;
    }
}
