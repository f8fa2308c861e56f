package vn.lantoa.models.adoption;

import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.AddressId;

/** The lasting identity of one adoption of a model. */
public record AdoptionId(long value) {

    static final String DOSSIER = "model-adoption";

    public static AdoptionId of(long value) {
        return new AdoptionId(value);
    }

    /** The adoption behind a dossier's key. */
    public static AdoptionId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /**
     * The adoption of an address.
     *
     * @throws vn.lantoa.organization.NotVisible when it is no id
     */
    public static AdoptionId inAddress(String id) {
        return of(AddressId.of("model adoption", id));
    }

    /** The adoption as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
