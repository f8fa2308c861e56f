package vn.lantoa.reporting;

import vn.lantoa.dossier.DossierKey;

/** The lasting identity of one report of one unit. */
public record ReportId(long value) {

    public static ReportId of(long value) {
        return new ReportId(value);
    }

    public static ReportId of(String value) {
        return new ReportId(Long.parseLong(value));
    }

    /** The report behind a dossier's key. */
    public static ReportId of(DossierKey dossier) {
        return of(dossier.id());
    }

    /** The report as a dossier; its text is the business key of its process. */
    public DossierKey dossier() {
        return new DossierKey(UnitReport.DOSSIER, toString());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
