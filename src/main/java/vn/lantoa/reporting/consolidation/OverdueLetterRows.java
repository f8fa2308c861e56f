package vn.lantoa.reporting.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.consolidation.OverdueLetter.Late;

/** The rows of tables {@code overdue_letter} and {@code overdue_letter_unit}. */
@Component
class OverdueLetterRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OverdueLetterRows(
            JdbcClient jdbc, JdbcTemplate batches, Units units, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    DossierKey insert(Actor actor, ReportId report, OverdueLetterContent.Letter letter) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into overdue_letter (unit_id, report_id, period, until_day, contact, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        letter.unit().id().value(),
                        report.value(),
                        letter.period().key(),
                        letter.until())
                .params(letter.contact(), actor.id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = key.getKeyAs(Number.class).longValue();
        batches.batchUpdate(
                "insert into overdue_letter_unit (letter_id, unit_id, name, due, days_late) values (?, ?, ?, ?, ?)",
                letter.late().stream()
                        .map(one -> new Object[] {id, one.unit().value(), one.name(), one.due(), one.days()})
                        .toList());
        return key(id);
    }

    /** The letters for a report. */
    List<DossierKey> of(ReportId report) {
        return jdbc.sql("select id from overdue_letter where report_id = ? order by id for update")
                .param(report.value())
                .query((row, n) -> key(row.getLong("id")))
                .list();
    }

    /** Whoever acts on a letter waits for the others here. */
    void lock(String id) {
        jdbc.sql("select id from overdue_letter where id = ? for update")
                .param(Long.valueOf(id))
                .query(Long.class)
                .single();
    }

    Optional<OverdueLetterContent.Letter> find(String id) {
        if (!AddressId.is(id)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from overdue_letter where id = ?")
                .param(Long.valueOf(id))
                .query((row, n) -> new OverdueLetterContent.Letter(
                        units.find(UnitId.of(row.getLong("unit_id"))).orElseThrow(),
                        ReportingPeriod.parse(row.getString("period")).orElseThrow(),
                        lateOf(row.getLong("id")),
                        row.getObject("until_day", LocalDate.class),
                        row.getTimestamp("made_at")
                                .toInstant()
                                .atZone(VietnamTime.ZONE)
                                .toLocalDate(),
                        row.getString("contact")))
                .optional();
    }

    /** A report of a practice goes, and the letters about it with it. */
    @EventListener
    void on(DossierForgotten forgotten) {
        if (forgotten.dossier().type().equals("report")) {
            for (var letter : of(ReportId.of(forgotten.dossier()))) {
                events.publishEvent(new DossierForgotten(letter));
                for (var rows : List.of("overdue_letter_unit where letter_id", "overdue_letter where id")) {
                    jdbc.sql("delete from " + rows + " = ?")
                            .param(Long.valueOf(letter.id()))
                            .update();
                }
            }
        }
    }

    private List<Late> lateOf(long id) {
        return jdbc
                .sql("select * from overdue_letter_unit where letter_id = ?")
                .param(id)
                .query((row, n) -> new Late(
                        UnitId.of(row.getLong("unit_id")),
                        row.getString("name"),
                        row.getObject("due", LocalDate.class),
                        row.getInt("days_late")))
                .list()
                .stream()
                .sorted(OverdueLetter.BY_NAME)
                .toList();
    }

    private static DossierKey key(long id) {
        return new DossierKey(OverdueLetters.DOSSIER, String.valueOf(id));
    }
}
