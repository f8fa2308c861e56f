package vn.lantoa.dossier;

/**
 * Names one dossier across the house; its text is the business key of its processes.
 *
 * @param type the feature's word, such as {@code report}
 */
public record DossierKey(String type, String id) {

    public DossierKey {
        if (!type.matches("[a-z][a-z-]{0,30}") || !id.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a dossier: " + type + ":" + id);
        }
    }

    /** Reads {@code report:12}. */
    public static DossierKey of(String text) {
        var colon = text.indexOf(':');
        return new DossierKey(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
