package vn.lantoa.organization;

/** The lasting identity of a person who signs in. */
public record PersonId(long value) implements Comparable<PersonId> {

    public static PersonId of(long value) {
        return new PersonId(value);
    }

    public static PersonId of(String value) {
        return new PersonId(Long.parseLong(value));
    }

    @Override
    public int compareTo(PersonId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
