package vn.lantoa.models.exemplar;

import vn.lantoa.models.SiteId;
import vn.lantoa.organization.VietnameseText;

/**
 * What is held up as an example. A person is known by the number of the nomination only, never by name.
 *
 * @param site of {@link Kind#SITE} alone, {@code collective} of {@link Kind#COLLECTIVE}, {@code honour} of {@link Kind#PERSON}
 */
public record ExemplarObject(Kind kind, SiteId site, String collective, String honour) {

    /** Words: message {@code exemplar.object.<NAME>}. */
    public enum Kind {
        COLLECTIVE,
        SITE,
        PERSON
    }

    /** By which the same object is found again: it bears the title once a year. */
    String key() {
        return switch (kind) {
            case SITE -> "site:" + site;
            case PERSON -> "person:" + honour;
            case COLLECTIVE -> "collective:" + VietnameseText.fold(collective);
        };
    }
}
