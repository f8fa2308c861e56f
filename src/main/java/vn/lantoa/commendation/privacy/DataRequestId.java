package vn.lantoa.commendation.privacy;

import vn.lantoa.dossier.DossierKey;

/** The lasting identity of one request about personal data. */
public record DataRequestId(long value) {

    static final String DOSSIER = "data-request";

    public static DataRequestId of(long value) {
        return new DataRequestId(value);
    }

    /** The request behind a dossier's key. */
    public static DataRequestId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /** The request as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
