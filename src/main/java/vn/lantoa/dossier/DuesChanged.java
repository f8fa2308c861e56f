package vn.lantoa.dossier;

import java.util.Set;

/** The due days of many dossiers changed in one act, and nothing else of them; published in the transaction of that act. */
public record DuesChanged(Set<DossierKey> dossiers) {}
