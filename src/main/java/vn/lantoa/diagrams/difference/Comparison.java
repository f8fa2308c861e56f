package vn.lantoa.diagrams.difference;

import static vn.lantoa.diagrams.difference.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;

/** Two sets of parts, held against each other by their ids. */
final class Comparison {

    private static final Set<String> SAID_BY_TITLE = Set.of("name", "sourceRef", "targetRef");

    private Comparison() {}

    static List<Change> between(Map<String, Part> old, Map<String, Part> now) {
        var changes = new ArrayList<Change>();
        for (var part : now.values()) {
            var before = old.get(part.id());
            if (before == null) {
                added(part, changes);
            } else {
                changed(before, part, changes);
            }
        }
        old.values().stream()
                .filter(part -> !now.containsKey(part.id()))
                .forEach(part -> changes.add(
                        new Change(Change.Kind.REMOVED, part.id(), say("process.change.removed", part.title()))));
        return changes;
    }

    /** Who releases must know what a new part does, not only that it is there. */
    private static void added(Part part, List<Change> changes) {
        changes.add(new Change(Change.Kind.ADDED, part.id(), say("process.change.added", part.title())));
        part.facts().forEach((name, fact) -> {
            if (!inTheTitle(part, name, fact)) {
                changes.add(new Change(
                        Change.Kind.ADDED,
                        part.id(),
                        say("process.change.has", part.title(), fact.label(), fact.shown())));
            }
        });
    }

    /** What the title says already, such as a step's name or the ends of a way; and no other binding than to what travels along is ever released. */
    private static boolean inTheTitle(Part part, String name, Part.Fact fact) {
        return SAID_BY_TITLE.contains(name)
                        && Stream.ofNullable(part.title().getArguments())
                                .flatMap(Stream::of)
                                .anyMatch(said -> said instanceof MessageSourceResolvable words
                                        && fact.raw().equals(words.getDefaultMessage()))
                || name.endsWith("Binding") && fact.raw().equals("deployment");
    }

    private static void changed(Part old, Part now, List<Change> changes) {
        for (var name : both(old, now)) {
            var before = old.facts().get(name);
            var after = now.facts().get(name);
            if (before == null) {
                tell(now, say("process.change.fact.added", old.title(), after.label(), after.shown()), changes);
            } else if (after == null) {
                tell(now, say("process.change.fact.removed", old.title(), before.label(), before.shown()), changes);
            } else if (!before.raw().equals(after.raw())) {
                tell(
                        now,
                        say("process.change.fact", old.title(), before.label(), before.shown(), after.shown()),
                        changes);
            }
        }
    }

    private static void tell(Part part, MessageSourceResolvable sentence, List<Change> changes) {
        changes.add(new Change(Change.Kind.CHANGED, part.id(), sentence));
    }

    private static Set<String> both(Part old, Part now) {
        var names = new LinkedHashSet<>(old.facts().keySet());
        names.addAll(now.facts().keySet());
        return names;
    }
}
