package vn.lantoa.reporting.campaign;

import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.AddressId;

/** The lasting identity of one campaign. */
public record CampaignId(long value) {

    static final String DOSSIER = "campaign";

    public static CampaignId of(long value) {
        return new CampaignId(value);
    }

    /**
     * The campaign an address names.
     *
     * @throws vn.lantoa.organization.NotVisible when that is no id
     */
    public static CampaignId inAddress(String id) {
        return of(AddressId.of("campaign", id));
    }

    /** The campaign behind a dossier's key. */
    public static CampaignId of(DossierKey dossier) {
        return of(Long.parseLong(dossier.id()));
    }

    /** The campaign as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
