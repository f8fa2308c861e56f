package vn.lantoa.organization;

/** Ids as they stand in the addresses of pages. */
public final class AddressId {

    private static final String ID = "\\d{1,18}";

    private AddressId() {}

    /**
     * The number a thing has in an address.
     *
     * @param kind what it is, such as {@code unit}, for the log
     * @throws NotVisible when it is no id at all: there is no such thing
     */
    public static long of(String kind, String id) {
        if (!is(id)) {
            throw new NotVisible(kind + " " + id);
        }
        return Long.parseLong(id);
    }

    /** Whether this may be an id; null is none. */
    public static boolean is(String id) {
        return id != null && id.matches(ID);
    }
}
