package vn.lantoa.dossier;

/** Title, unit or due dates of a dossier changed: whoever shows them reads anew. Published within the transaction. */
public record DossierChanged(DossierKey dossier) {}
