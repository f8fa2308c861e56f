package vn.lantoa.commendation;

import vn.lantoa.dossier.DossierKey;

/** The lasting identity of one nomination. */
public record NominationId(long value) {

    /** The type of nominations among dossiers. */
    public static final String DOSSIER = "nomination";

    public static NominationId of(long value) {
        return new NominationId(value);
    }

    /** The nomination behind a dossier's key. */
    public static NominationId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /** The nomination as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
