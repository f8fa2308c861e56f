package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;

/**
 * Reminders before the last day to register and to send, by one statement a wave however many units there are. Of waves that downtime has let
 * pass only the newest is sent, and each but once. To register are reminded the units whose file waits for it, and those that registered last
 * year and have opened none; who was never assessed is not asked. Nothing is decided here.
 */
@Component
class SafetyReminders {

    private static final String TO_REGISTER =
            """
            select f.unit_id from safety_file f where f.year_no = :year and f.state = 'REGISTERING'
            union select l.unit_id from safety_file l where l.year_no = :last and l.slot = 1 and l.state not in ('REGISTERING', 'REFUSED_OBJECT')
             and not exists (select 1 from safety_file t where t.unit_id = l.unit_id and t.year_no = :year)""";

    private static final String HOLDERS =
            """
             join unit u on u.id = o.unit_id and (u.valid_to is null or u.valid_to >= :today)
             join post_holding h on h.unit_id = o.unit_id and h.from_date <= :today and (h.to_date is null or h.to_date >= :today)
             join account a on a.person_id = h.person_id and a.blocked = false""";

    private static final String REGISTER = "select distinct h.person_id, 'safety.register-due' as kind, "
            + details("cast(:yearText as varchar(4))", "cast(:day as varchar(10))")
            + ", cast('/models/safety?unit=' || cast(u.id as varchar(20)) || '&year=' || cast(:yearText as varchar(4)) as varchar(300)) as link,"
            + " cast(cast(:key as varchar(100)) || cast(u.id as varchar(20)) as varchar(200)) as dedupe from ("
            + TO_REGISTER
            + ") o " + HOLDERS + " and h.post = 'canbo'";

    /** Officers; of what waits for its leader's word the leader too. */
    private static final String SEND = "select distinct h.person_id, 'safety.send-due' as kind, "
            + details("cast(o.year_no as varchar(4))", "to_char(o.send_by, 'DD/MM/YYYY')")
            + ", cast('/dossiers/safety-file/' || cast(o.id as varchar(20)) as varchar(300)) as link,"
            + " cast(cast(:key as varchar(100)) || cast(o.id as varchar(20)) || ':' || to_char(o.send_by, 'YYYYMMDD') as varchar(200)) as dedupe"
            + " from safety_file o " + HOLDERS
            + " and (h.post = 'canbo' or h.post = 'lanhdao' and o.state = 'APPROVING')"
            + " where o.state in (:prepared) and o.send_by between :first and :final";

    private final SafetyRules rules;
    private final Announcements announcements;

    SafetyReminders(SafetyRules rules, Announcements announcements) {
        this.rules = rules;
        this.announcements = announcements;
    }

    /** Tells whoever is to be told today. */
    void tell(LocalDate today) {
        toRegister(today);
        toSend(today);
    }

    private void toRegister(LocalDate today) {
        var year = today.getYear();
        if (rules.window(SafetyObject.DN, year).isEmpty()) {
            return;
        }
        var last = rules.term("REGISTER", year).day();
        wave(rules.reminders("REGISTER", today), today, last).ifPresent(days -> {
            var params = params(today, "safety:register:" + year + ":" + days + ":");
            params.put("yearText", Integer.toString(year));
            params.put("year", year);
            params.put("last", year - 1);
            params.put("day", SafetyWords.day(last));
            announcements.tellAll(REGISTER, params);
        });
    }

    /** The last day to send is each file's own: a leader may have set another. */
    private void toSend(LocalDate today) {
        var nearer = -1;
        for (var days : rules.reminders("SEND", today)) {
            var params = params(today, "safety:send:" + days + ":");
            params.put("prepared", SafetyFile.PREPARED.stream().map(Enum::name).toList());
            params.put("first", today.plusDays(nearer + 1L));
            params.put("final", today.plusDays(days));
            announcements.tellAll(SEND, params);
            nearer = days;
        }
    }

    /** The wave that is due: the nearest to the last day that has begun. */
    private static Optional<Integer> wave(List<Integer> waves, LocalDate today, LocalDate last) {
        return today.isAfter(last)
                ? Optional.empty()
                : waves.stream()
                        .filter(days -> !today.isBefore(last.minusDays(days)))
                        .findFirst();
    }

    private static Map<String, Object> params(LocalDate today, String key) {
        var params = new HashMap<String, Object>();
        params.put("today", today);
        params.put("key", key);
        params.put("sep", News.SEPARATOR);
        return params;
    }

    /** Unit, year and last day, as the sentence of the notice wants them. */
    private static String details(String year, String day) {
        return "cast(u.name as varchar(400)) || cast(:sep as varchar(1)) || " + year
                + " || cast(:sep as varchar(1)) || " + day + " as details";
    }
}
