package vn.lantoa.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;

/** Whose open pages hear of a change. It travels to the other nodes as a line of text, so it says who is meant and not how to find out. */
public sealed interface Audience {

    /** More people than this are told as everybody: a page that looks once in vain costs less than a long line to every node. */
    int MOST_PEOPLE = 200;

    /** Whether this page's person is meant. */
    boolean includes(Actor actor);

    /** The audience in words of a line; {@link #read} understands them. */
    String line();

    static Audience everyone() {
        return new Everyone();
    }

    static Audience people(Collection<PersonId> people) {
        return people.size() > MOST_PEOPLE ? everyone() : new People(Set.copyOf(people));
    }

    /** Those who may do tasks of this post in this unit and process, as holders or as stand-ins. */
    static Audience acting(Post post, UnitId unit, String process) {
        return new Acting(post, unit, process);
    }

    /**
     * The audience of a line.
     *
     * @throws IllegalArgumentException for a line of another release that this one does not understand
     */
    static Audience read(String line) {
        var words = line.split(" ", 4);
        return switch (words[0]) {
            case "everyone" -> everyone();
            case "people" ->
                people(Arrays.stream(words[1].split(",")).map(PersonId::of).collect(Collectors.toSet()));
            case "acting" ->
                acting(Post.ofCode(words[1]).orElseThrow(() -> unknown(line)), UnitId.of(words[2]), words[3]);
            default -> throw unknown(line);
        };
    }

    private static IllegalArgumentException unknown(String line) {
        return new IllegalArgumentException("no such audience: " + line);
    }

    /** All who are signed in. */
    record Everyone() implements Audience {

        @Override
        public boolean includes(Actor actor) {
            return true;
        }

        @Override
        public String line() {
            return "everyone";
        }
    }

    /** These. */
    record People(Set<PersonId> people) implements Audience {

        @Override
        public boolean includes(Actor actor) {
            return people.contains(actor.id());
        }

        @Override
        public String line() {
            return "people " + people.stream().map(PersonId::toString).collect(Collectors.joining(","));
        }
    }

    /** Whoever acts as this post here. */
    record Acting(Post post, UnitId unit, String process) implements Audience {

        @Override
        public boolean includes(Actor actor) {
            return actor.actsAs(post, unit, process);
        }

        @Override
        public String line() {
            return "acting " + post.code() + " " + unit + " " + process;
        }
    }
}
