package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may do in the place of somebody else today: the tasks of one post in one unit.
 *
 * @param substitution the rule nearest to the deputy
 * @param person who holds the post
 * @param through the deputies between, nearest to the holder first, where those are away too
 * @param processes ids, empty for all
 * @param capacity how the deputy signs for the holder, null when unsaid
 * @param to the last day
 */
public record Standing(
        long substitution,
        PersonId person,
        String name,
        Post post,
        UnitId unit,
        List<PersonId> through,
        Set<String> processes,
        Capacity capacity,
        LocalDate from,
        LocalDate to) {

    boolean covers(Post asked, UnitId where, String process) {
        return post == asked && unit.equals(where) && (processes.isEmpty() || processes.contains(process));
    }

    /** The same persons as {@link #represented}, the one who named the deputy first. */
    public List<PersonId> nearestFirst() {
        var persons = new ArrayList<>(List.of(person));
        persons.addAll(through);
        Collections.reverse(persons);
        return persons;
    }

    /** Everybody in whose place the deputy acts. */
    public Set<PersonId> represented() {
        return Stream.concat(Stream.of(person), through.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
