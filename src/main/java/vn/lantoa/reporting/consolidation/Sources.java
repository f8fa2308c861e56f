package vn.lantoa.reporting.consolidation;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.lantoa.reporting.Report;

/**
 * The reports that go into a sum, as a piece of SQL with columns {@code child_report_id, revision, accepted} and its parameters: those of
 * today, or those that were taken.
 */
record Sources(String sql, Map<String, Object> params) {

    /** Reports of the same period whose superior was this unit when they were opened; a practice that is over counts nowhere. */
    static final String BELOW = " c.parent_id = :unit and c.period = :period and c.state <> 'DROPPED' ";

    /** What the officer chose last about a report that waits for acceptance. */
    static final String CHOSEN =
            " exists (select 1 from consolidation_choice k where k.report_id = :report and k.child_report_id = c.id"
                    + " and k.included = true and not exists (select 1 from consolidation_choice l"
                    + " where l.report_id = k.report_id and l.child_report_id = k.child_report_id and l.id > k.id)) ";

    /** In two parts, so that PostgreSQL can tell from its statistics how many accepted ones there are (db/vendor/postgresql, V230). */
    private static final String NOW =
            "select c.id as child_report_id, c.accepted_revision as revision, true as accepted from report c where"
                    + BELOW
                    + "and c.accepted_revision is not null union all"
                    + " select c.id as child_report_id, c.revision, false as accepted from report c where"
                    + BELOW
                    + "and c.accepted_revision is null and c.state = 'SENT' and"
                    + CHOSEN;

    private static final String TAKEN =
            "select t.child_report_id, t.revision, t.accepted from consolidation_source t where t.consolidation_id = :taken";

    /** Accepted ones in the revision that was accepted last, and chosen ones as they were sent. */
    static Sources now(Report report) {
        return new Sources(NOW, params(report));
    }

    /** Those that were taken. */
    static Sources taken(Report report, long consolidation) {
        var params = params(report);
        params.put("taken", consolidation);
        return new Sources(TAKEN, params);
    }

    static Map<String, Object> params(Report report) {
        var params = new LinkedHashMap<String, Object>();
        params.put("report", report.id().value());
        params.put("unit", report.unit().value());
        params.put("period", report.period().key());
        return params;
    }
}
