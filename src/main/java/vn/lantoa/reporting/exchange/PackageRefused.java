package vn.lantoa.reporting.exchange;

/** Why a package is not taken in, as a message key with what to name in it. */
public final class PackageRefused extends RuntimeException {

    private final String key;
    private final transient Object[] details;

    /** @param key of the words, with what they name */
    public PackageRefused(String key, Object... details) {
        super(key);
        this.key = key;
        this.details = details;
    }

    /** Of the words for the person who sent it. */
    public String key() {
        return key;
    }

    /** What the words name. */
    public Object[] details() {
        return details;
    }
}
