package vn.lantoa.reporting;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.AddressId;

/** The lasting identity of one report of one unit. */
public record ReportId(long value) {

    public static ReportId of(long value) {
        return new ReportId(value);
    }

    public static ReportId of(String value) {
        return new ReportId(Long.parseLong(value));
    }

    /**
     * The report an address names.
     *
     * @throws vn.lantoa.organization.NotVisible when that is no id
     */
    public static ReportId inAddress(String id) {
        return of(AddressId.of("report", id));
    }

    /** The reports ticked on a page; null for none. */
    public static Set<ReportId> ticked(Collection<String> ids) {
        return ids == null
                ? Set.of()
                : ids.stream().filter(AddressId::is).map(ReportId::of).collect(Collectors.toSet());
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
