package vn.lantoa.dossier;

/**
 * A dossier that never was anybody's work is deleted, with a practice: whoever keeps something of it deletes that too. Published within the
 * transaction; nothing else may publish it.
 */
public record DossierForgotten(DossierKey dossier) {}
