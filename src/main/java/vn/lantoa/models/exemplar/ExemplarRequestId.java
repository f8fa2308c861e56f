package vn.lantoa.models.exemplar;

import vn.lantoa.dossier.DossierKey;

/** The lasting identity of one proposal of an exemplar. */
public record ExemplarRequestId(long value) {

    static final String DOSSIER = "exemplar-request";

    public static ExemplarRequestId of(long value) {
        return new ExemplarRequestId(value);
    }

    /** The proposal behind a dossier's key. */
    public static ExemplarRequestId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /** The proposal as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
