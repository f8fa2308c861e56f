package vn.lantoa.notification;

import java.util.List;
import vn.lantoa.dossier.DossierKey;

/**
 * Something to tell people.
 *
 * @param kind message {@code notice.<kind>} is its sentence, {@code notice.kind.<kind>} what a mail calls it: no personal data in that
 * @param details arguments of the sentence
 * @param dossier what it is about, null when about none
 * @param link where to go on, a path of ours
 * @param key the same for the same act, so that nobody is told twice
 * @param yields whether it is left out for who was told something else about the dossier in the same transaction
 */
public record News(String kind, List<String> details, DossierKey dossier, String link, String key, boolean yields) {

    /** Stands between the details of a notice where they are kept. */
    public static final String SEPARATOR = "\u001f";

    /** About a dossier, leading to it. */
    public static News of(DossierKey dossier, String kind, String key, String... details) {
        return new News(
                kind, List.of(details), dossier, "/dossiers/" + dossier.type() + "/" + dossier.id(), key, false);
    }

    /** The same, left out for those who were told something more telling. */
    public News yielding() {
        return new News(kind, details, dossier, link, key, true);
    }
}
