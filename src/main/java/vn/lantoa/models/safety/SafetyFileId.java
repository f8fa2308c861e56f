package vn.lantoa.models.safety;

import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.AddressId;

/** The lasting identity of one yearly dossier. */
public record SafetyFileId(long value) {

    /** The type of these dossiers. */
    public static final String DOSSIER = "safety-file";

    public static SafetyFileId of(long value) {
        return new SafetyFileId(value);
    }

    /** The file behind a dossier's key. */
    public static SafetyFileId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /**
     * The file of an address.
     *
     * @throws vn.lantoa.organization.NotVisible when it is no id
     */
    public static SafetyFileId inAddress(String id) {
        return of(AddressId.of("safety file", id));
    }

    /** The file as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
