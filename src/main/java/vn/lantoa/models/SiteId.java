package vn.lantoa.models;

import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.AddressId;

/** The lasting identity of one site of a model. */
public record SiteId(long value) {

    /** The type of sites among dossiers. */
    public static final String DOSSIER = "model-site";

    public static SiteId of(long value) {
        return new SiteId(value);
    }

    /** The site behind a dossier's key. */
    public static SiteId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /**
     * The site of an address.
     *
     * @throws vn.lantoa.organization.NotVisible when it is no id
     */
    public static SiteId inAddress(String id) {
        return of(AddressId.of("model site", id));
    }

    /** The site as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
