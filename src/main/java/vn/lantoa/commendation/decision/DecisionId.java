package vn.lantoa.commendation.decision;

import vn.lantoa.dossier.DossierKey;

/** A decision on commendations. */
public record DecisionId(long value) {

    /** The first half of its dossier key. */
    public static final String DOSSIER = "award-decision";

    public static DecisionId of(long value) {
        return new DecisionId(value);
    }

    /** The decision as a dossier, to which its document belongs. */
    public DossierKey dossier() {
        return new DossierKey(DOSSIER, Long.toString(value));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
