package vn.lantoa.organization;

/** The lasting identity of a union unit; its name, parent and level may change over time. */
public record UnitId(long value) implements Comparable<UnitId> {

    public static UnitId of(long value) {
        return new UnitId(value);
    }

    public static UnitId of(String value) {
        return new UnitId(Long.parseLong(value));
    }

    /**
     * The unit an address names.
     *
     * @throws NotVisible when that is no id
     */
    public static UnitId inAddress(String id) {
        return of(AddressId.of("unit", id));
    }

    @Override
    public int compareTo(UnitId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
