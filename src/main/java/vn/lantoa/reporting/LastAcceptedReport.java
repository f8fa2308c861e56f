package vn.lantoa.reporting;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.FirstCard;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** The report of one's unit that was accepted last: what is expected, seen on what was good enough. */
@Component
class LastAcceptedReport implements FirstCard {

    private final JdbcClient jdbc;
    private final Access access;

    LastAcceptedReport(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public Optional<Card> of(Actor actor, Locale locale) {
        var own = actor.units().stream()
                .filter(unit -> access.may(actor, Right.SEE_REPORT, unit))
                .map(unit -> unit.value())
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select * from report where unit_id in (:own) and state = 'ACCEPTED'
                        order by period_to desc, id desc limit 1""")
                .param("own", own)
                .query(Report::read)
                .optional()
                .map(report -> new Card(
                        "welcome.last",
                        "Báo cáo " + report.period().title(),
                        null,
                        null,
                        "/dossiers/report/" + report.id(),
                        "welcome.last.open"));
    }
}
