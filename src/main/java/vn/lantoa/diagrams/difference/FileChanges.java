package vn.lantoa.diagrams.difference;

import java.util.List;

/**
 * What differs in one file.
 *
 * @param kind ADDED or REMOVED when the whole file came or went, else CHANGED
 */
public record FileChanges(String file, Change.Kind kind, List<Change> changes) {

    /** What runs differently. */
    public List<Change> telling() {
        return changes.stream()
                .filter(change -> change.kind() != Change.Kind.MOVED)
                .toList();
    }

    /** What only lies elsewhere. */
    public List<Change> quiet() {
        return changes.stream()
                .filter(change -> change.kind() == Change.Kind.MOVED)
                .toList();
    }
}
