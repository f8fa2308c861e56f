package vn.lantoa.models.safety;

/** What is known of each unit for one year, as SQL: read by the overview and by the figures of reports, so that both count alike. */
final class SafetyStanding {

    /**
     * One row a unit and source; {@code :year} is the year. A result counts as registered and assessed though no file stands behind it: who is
     * decided about was.
     */
    static final String OF_YEAR =
            """
            select f.unit_id, case when f.state in ('REGISTERING', 'REFUSED_OBJECT') then 0 else 1 end as registered,
             case when f.sent_on is null then 0 else 1 end as assessed, case when f.state = 'NOT_SENT' then 1 else 0 end as unsent,
             0 as passed, 0 as failed, 0 as excellent, 0 as good, 0 as average, 0 as weak
            from safety_file f where f.year_no = :year and f.slot = 1
            union all
            select r.unit_id, case when r.kind = 'RECOGNITION' then 1 else 0 end, case when r.kind = 'RECOGNITION' then 1 else 0 end, 0,
             case when r.result = 'PASSED' then 1 else 0 end, case when r.result = 'FAILED' then 1 else 0 end,
             case when r.result = 'EXCELLENT' then 1 else 0 end, case when r.result = 'GOOD' then 1 else 0 end,
             case when r.result = 'AVERAGE' then 1 else 0 end, case when r.result = 'WEAK' then 1 else 0 end
            from safety_result r where r.year_no = :year and r.unit_id is not null and r.standing = 1""";

    /** One row a unit. */
    static final String BY_UNIT =
            """
            select s.unit_id, max(s.registered) as registered, max(s.assessed) as assessed, max(s.unsent) as unsent,
             max(s.passed) as passed, max(s.failed) as failed, max(s.excellent) as excellent, max(s.good) as good,
             max(s.average) as average, max(s.weak) as weak
            from (%s) s group by s.unit_id"""
                    .formatted(OF_YEAR);

    private SafetyStanding() {}
}
