package vn.lantoa.diagrams.difference;

import static vn.lantoa.diagrams.difference.Words.say;
import static vn.lantoa.diagrams.difference.Words.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.engine.ModelFile;

/** What differs between two sets of files of a process. Nothing that differs stays unsaid: at the least that the file differs. */
public final class Difference {

    private Difference() {}

    /** File by file, the diagram first; files that are the same are left out. */
    public static List<FileChanges> between(List<ModelFile> old, List<ModelFile> now) {
        var before = byName(old);
        var after = byName(now);
        return Stream.concat(old.stream(), now.stream())
                .sorted(ModelFile.DIAGRAM_FIRST)
                .map(ModelFile::name)
                .distinct()
                .filter(name -> !same(before.get(name), after.get(name)))
                .map(name -> changes(name, before.get(name), after.get(name)))
                .toList();
    }

    private static FileChanges changes(String name, ModelFile old, ModelFile now) {
        if (old == null) {
            return new FileChanges(name, Change.Kind.ADDED, look(nothing(name), now));
        }
        if (now == null) {
            return new FileChanges(name, Change.Kind.REMOVED, List.of());
        }
        var changes = look(old, now);
        return new FileChanges(
                name,
                Change.Kind.CHANGED,
                changes.isEmpty() ? List.of(new Change(Change.Kind.MOVED, "", say("process.change.layout"))) : changes);
    }

    private static List<Change> look(ModelFile old, ModelFile now) {
        var changes = new ArrayList<Change>();
        try {
            switch (now.ending()) {
                case "bpmn" -> changes.addAll(DiagramDifference.between(old.content(), now.content()));
                case "dmn" -> changes.addAll(TableDifference.between(old.content(), now.content()));
                default -> changes.addAll(FormDifference.between(old.content(), now.content()));
            }
        } catch (IllegalArgumentException broken) {
            changes.clear();
            changes.add(new Change(
                    Change.Kind.CHANGED,
                    "",
                    say("process.change.unreadable", text(String.valueOf(broken.getMessage())))));
        }
        return changes;
    }

    private static ModelFile nothing(String name) {
        return new ModelFile(name, new byte[0]);
    }

    private static boolean same(ModelFile old, ModelFile now) {
        return old != null && now != null && Arrays.equals(old.content(), now.content());
    }

    private static Map<String, ModelFile> byName(List<ModelFile> files) {
        return files.stream()
                .collect(
                        Collectors.toMap(ModelFile::name, Function.identity(), (first, second) -> first, TreeMap::new));
    }
}
