package vn.lantoa.dossier;

import java.time.LocalDate;
import java.util.List;
import vn.lantoa.organization.Unit;

/** What a unit will be asked for on a known day though nothing waits for it yet: implemented by features, as beans. */
public interface Expectations {

    /**
     * One thing to come.
     *
     * @param key the same for the same thing for ever, e.g. {@code report-2027-H1}
     * @param title in Vietnamese, e.g. "Báo cáo 6 tháng đầu năm 2027"
     * @param due the last day, from the dated tables
     * @param dossier its dossier, null while there is none
     */
    record Expected(String key, String title, LocalDate due, DossierKey dossier) {}

    /** What is due within these days, both included, and not yet handed in; the soonest first. */
    List<Expected> of(Unit unit, LocalDate from, LocalDate to);
}
