package vn.lantoa.dossier;

/**
 * What is known about the person in a dossier is erased: whoever keeps words, answers or files about it erases those too, and keeps that
 * something happened. Published within the transaction.
 */
public record PersonalDataErased(DossierKey dossier) {}
