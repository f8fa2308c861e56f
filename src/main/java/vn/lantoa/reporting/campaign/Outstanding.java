package vn.lantoa.reporting.campaign;

/** What a campaign still waits for, and whom to tell of it, as SQL. A root without a superior is asked by nobody and never reminded. */
final class Outstanding {

    /**
     * Units that sent nothing yet, with their dates; parameters {@code campaign} and {@code period}. Statistics know little of what was opened
     * today: the superior's report is found by its unit, never by the period, and "offset 0" lets PostgreSQL begin here (ADR 0040).
     */
    private static final String OPEN = openWith("");

    static final String ROWS = OPEN + " offset 0 rows";

    /** Not sent by the end of the judged day; parameters {@code today}, and {@code rolled}: the last working day before today. */
    static final String LATE = notSentBefore("today", "rolled");

    private static final String OVERDUE = " u.status = 'EXPECTED' and" + LATE;

    /** @param more further columns of unit {@code u} and report {@code r}, each with a comma before it */
    private static String openWith(String more) {
        return """
                select u.unit_id, u.answering_id, u.parent_id, u.status, r.state,
                    coalesce(r.extended_until, k.last_day, r.due) as working, coalesce(r.extended_until, r.due) as judged,
                    case when r.extended_until is null and r.on_day_off = 'ROLL' then true else false end as rolls,
                    coalesce(pr.extended_until, pk.last_day, pr.due) as superior%s
                from campaign_unit u join report r on r.id = u.report_id
                left join report_cut_off k on k.report_id = r.id
                left join report pr on pr.unit_id = u.parent_id and pr.period || '' = :period
                left join report_cut_off pk on pk.report_id = pr.id
                where u.campaign_id = :campaign and u.status in ('EXPECTED', 'NEW') and u.parent_id is not null
                and r.first_sent_at is null"""
                .formatted(more);
    }

    /** @param day parameter of the day, {@code workingDayBefore} of the last working day before it: until then a day off rolls */
    private static String notSentBefore(String day, String workingDayBefore) {
        return """
                 r.first_sent_at is null and (r.extended_until is not null and r.extended_until < :%1$s
                or r.extended_until is null and r.on_day_off = 'ROLL' and r.due <= :%2$s
                or r.extended_until is null and r.on_day_off <> 'ROLL' and r.due < :%1$s)"""
                .formatted(day, workingDayBefore);
    }

    private static final String HELD =
            " and h%s.from_date <= :today and (h%s.to_date is null or h%s.to_date >= :today) and a%s.blocked = false ";

    /** The officers of a unit, or of its nearest superior that has one: where its tasks lie; found by unit, not by post, of which there are thousands. */
    private static String officersOf(String unit) {
        return " join unit_closure c on c.descendant_id = " + unit
                + " join post_holding h on h.unit_id = c.ancestor_id and h.post || '' = 'canbo'"
                + " join account a on a.person_id = h.person_id " + held("")
                + " and c.depth = (select min(c2.depth) from unit_closure c2"
                + " join post_holding h2 on h2.unit_id = c2.ancestor_id and h2.post || '' = 'canbo'"
                + " join account a2 on a2.person_id = h2.person_id where c2.descendant_id = " + unit + held("2") + ")";
    }

    private static String held(String number) {
        return HELD.formatted(number, number, number, number);
    }

    private static final String GOING =
            " (o.working in (:own) or o.judged in (:after) or o.superior in (:before) and o.superior > o.judged) ";
    private static final String ESCALATED =
            " o.status = 'EXPECTED' and o.judged in (:late) and (o.judged in (:after) or o.superior in (:before) and o.superior > o.judged) ";
    private static final String OWN = "o.unit_id as own, cast(null as bigint) as below, o.working,"
            + " case when o.judged in (:late) and o.status = 'EXPECTED' then 1 else 0 end as late";

    /** Who stands in for a holder today; parameter {@code today}. Begins with the holders, whom the join before it found by their unit. */
    private static final String STANDS_IN =
            """
             join substitution s on s.person_id = h.person_id and (s.post is null or s.post = h.post and s.unit_id = h.unit_id)
             and s.ended_at is null and s.from_date <= :today and s.to_date >= :today
             and (s.processes = '' or s.processes like '%,unit-report,%')
             join account sa on sa.person_id = s.deputy_id and sa.blocked = false """;

    /** Whether anybody stands in for anybody today. */
    static final String ANY_STAND_IN =
            "select count(*) from substitution where ended_at is null and from_date <= :today and to_date >= :today";

    /** One notice a person: officers of what is reminded; leaders and superiors' officers only after the officer's own time. */
    static final String WAVE = wave(
            "h.person_id",
            "case when count(distinct q.own) = 0 then 'campaign.units-late'"
                    + " when count(distinct q.below) > 0 then 'campaign.both' when max(q.late) = 1 then 'campaign.overdue'"
                    + " else 'campaign.due' end",
            "");

    /** The same for those who stand in: one notice each, about all in whose place they act. */
    static final String WAVE_INSTEAD = wave("s.deputy_id", "'campaign.instead'", STANDS_IN);

    private static String wave(String person, String kind, String more) {
        return "select q.person_id, " + kind + " as kind, cast(:title as varchar(200)) || cast(:sep as varchar(1))"
                + " || cast(count(distinct q.own) as varchar(10)) || cast(:sep as varchar(1))"
                + " || cast(count(distinct q.below) as varchar(10)) || cast(:sep as varchar(1))"
                + " || coalesce(to_char(min(case when q.own is not null then q.working end), 'DD/MM/YYYY'), '') as details,"
                + " cast(:link as varchar(300)) as link, cast(:key as varchar(200)) as dedupe from ("
                + "select " + person + " as person_id, " + OWN + " from (" + ROWS + ") o"
                + officersOf("o.answering_id") + more + " where" + GOING
                + " union all select " + person + ", " + OWN + " from (" + ROWS + ") o"
                + " join post_holding h on h.unit_id = o.answering_id and h.post || '' = 'lanhdao'"
                + " join account a on a.person_id = h.person_id " + held("") + more + " where" + ESCALATED
                + " union all select " + person + ", cast(null as bigint), o.unit_id, o.working, 1 from (" + ROWS
                + ") o"
                + officersOf("o.parent_id") + more + " where" + ESCALATED
                + ") q group by q.person_id";
    }

    /** One line a leader each morning: own approvals that wait, direct subordinates that are late. */
    static final String MORNING = morning("h.person_id", "campaign.morning", "");

    /** The same for those who stand in for a leader. */
    static final String MORNING_INSTEAD = morning("s.deputy_id", "campaign.morning-instead", STANDS_IN);

    private static String morning(String person, String kind, String more) {
        return "select q.person_id, '" + kind + "' as kind,"
                + " cast(:title as varchar(200)) || cast(:sep as varchar(1)) || cast(q.approve as varchar(10))"
                + " || cast(:sep as varchar(1)) || cast(q.late as varchar(10)) as details,"
                + " cast(:link as varchar(300)) as link, cast(:key as varchar(200)) as dedupe from ("
                + "select " + person + " as person_id, sum(x.approve) as approve, sum(x.late) as late from ("
                + "select case when r.state = 'APPROVING' then u.answering_id else u.parent_id end as unit_id, 1 as approve, 0 as late"
                + " from campaign_unit u join report r on r.id = u.report_id where u.campaign_id = :campaign"
                + " and r.state in ('APPROVING', 'APPROVING_ENTRY')"
                + " union all select u.parent_id, 0, 1 from campaign_unit u join report r on r.id = u.report_id"
                + " where u.campaign_id = :campaign and" + OVERDUE
                + ") x join post_holding h on h.unit_id = x.unit_id and h.post || '' = 'lanhdao'"
                + " join account a on a.person_id = h.person_id " + held("") + more + " group by " + person + ") q";
    }

    private static final String BELOW =
            " u.unit_id in (select b.unit_id from campaign_branch b where b.campaign_id = :campaign and b.ancestor_id = :unit)";

    /** What is outstanding below a unit, with its office; parameters {@code unit} and {@code most} beside those of the others. */
    static final String OWING = "select o.unit_id, n.name, n.phone, s.name as superior_name, o.working, o.late from ("
            + openWith(", case when" + OVERDUE + " then true else false end as late") + " and" + BELOW
            + ") o join unit n on n.id = o.unit_id join unit s on s.id = o.parent_id"
            + " order by case when o.late then 0 else 1 end, o.working, n.sort_key, n.id limit :most";

    /** One notice an officer: the late units below one, by hand. */
    static final String URGED = urged("h.person_id", "campaign.urged", "");

    /** The same for those who stand in. */
    static final String URGED_INSTEAD = urged("s.deputy_id", "campaign.urged-instead", STANDS_IN);

    private static String urged(String person, String kind, String more) {
        return "select " + person + " as person_id, '" + kind + "' as kind,"
                + " cast(:title as varchar(200)) || cast(:sep as varchar(1)) || cast(count(distinct o.unit_id) as varchar(10))"
                + " || cast(:sep as varchar(1)) || to_char(min(o.judged), 'DD/MM/YYYY') as details,"
                + " cast(:link as varchar(300)) as link, cast(:key as varchar(200)) as dedupe from ("
                + OPEN + " and" + OVERDUE + " and" + BELOW + ") o" + officersOf("o.answering_id") + more
                + " group by " + person;
    }

    /** Not sent, and to be sent before day {@code until}: what an extension to that day helps; {@code before}: the last working day before it. */
    private static final String HELPED =
            openWith(", r.id") + " and" + notSentBefore("until", "before") + " and (u.unit_id = :unit or" + BELOW + ")";

    /** The reports of a branch, its top among them, that an extension helps. */
    static final String EARLIER = "select o.id from (" + HELPED + ") o order by o.id";

    /** One notice for each officer and leader of the units whose reports an extension helps. */
    static final String EXTENDED = "select q.person_id, 'campaign.extended' as kind,"
            + " cast(:title as varchar(200)) || cast(:sep as varchar(1)) || cast(count(distinct q.unit_id) as varchar(10))"
            + " || cast(:sep as varchar(1)) || cast(:day as varchar(10)) as details,"
            + " cast(:link as varchar(300)) as link, cast(:key as varchar(200)) as dedupe from ("
            + "select h.person_id, o.unit_id from (" + HELPED + ") o" + officersOf("o.answering_id")
            + " union all select h.person_id, o.unit_id from (" + HELPED + ") o"
            + " join post_holding h on h.unit_id = o.answering_id and h.post = 'lanhdao'"
            + " join account a on a.person_id = h.person_id " + held("")
            + ") q group by q.person_id";

    private Outstanding() {}
}
