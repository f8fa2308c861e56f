package vn.lantoa.reporting.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.document.Letters;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;
import vn.lantoa.reporting.ReportingPeriod;

/**
 * "Công văn đôn đốc": the letter to direct subordinates whose report is past its date and was never sent, signed for the head (KT.) or by order
 * (TL.). Letters are Vietnamese whatever language the page is read in.
 */
@Component
public class OverdueLetter {

    static final Comparator<Late> BY_NAME = Comparator.comparing(one -> VietnameseText.sortKey(one.name()));

    private final JdbcClient jdbc;
    private final Letters letters;
    private final OverdueLetterKind kind;
    private final OverdueLetterContent content;
    private final Units units;
    private final Access access;
    private final Clock clock;

    OverdueLetter(
            JdbcClient jdbc,
            Letters letters,
            OverdueLetterKind kind,
            OverdueLetterContent content,
            Units units,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.kind = kind;
        this.content = content;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** A unit that is late, and by how many calendar days. */
    public record Late(UnitId unit, String name, LocalDate due, long days) {}

    /** The direct subordinates, as frozen with their reports, that are late today; in the order of their names. */
    public List<Late> late(UnitId unit, ReportingPeriod period) {
        var today = LocalDate.now(clock);
        var found = jdbc.sql(
                        """
                        select unit_id, coalesce(extended_until, due) as last_day from report
                        where parent_id = :unit and period = :period and first_sent_at is null and state <> 'DROPPED'
                         and coalesce(extended_until, due) < :today""")
                .param("unit", unit.value())
                .param("period", period.key())
                .param("today", today)
                .query((row, n) -> {
                    var due = row.getObject("last_day", LocalDate.class);
                    return new Late(UnitId.of(row.getLong("unit_id")), null, due, ChronoUnit.DAYS.between(due, today));
                })
                .list();
        var names = units.namesOf(found.stream().map(Late::unit).toList());
        return found.stream()
                .map(one -> new Late(one.unit(), names.getOrDefault(one.unit(), ""), one.due(), one.days()))
                .sorted(BY_NAME)
                .toList();
    }

    /**
     * @param until the new date; null leaves it open
     * @return empty when nobody is late
     * @throws vn.lantoa.organization.NotVisible when the actor may not see reports of the unit
     * @throws vn.lantoa.organization.NotAllowed when the actor does no tasks there
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> docx(Actor actor, UnitId unit, ReportingPeriod period, LocalDate until) {
        return content(actor, unit, period, until).map(content -> letters.docx(kind, content));
    }

    /** The same as PDF. */
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(Actor actor, UnitId unit, ReportingPeriod period, LocalDate until) {
        return content(actor, unit, period, until)
                .map(content -> letters.pdf(kind, content, this.content.title(period)));
    }

    private Optional<Map<String, Object>> content(Actor actor, UnitId id, ReportingPeriod period, LocalDate until) {
        access.require(actor, Right.SEE_REPORT, Right.DO_TASK, id);
        return letter(actor, id, period, until).map(letter -> content.of(letter, null));
    }

    /** The letter as it would be written today; empty when nobody is late. */
    Optional<OverdueLetterContent.Letter> letter(Actor actor, UnitId id, ReportingPeriod period, LocalDate until) {
        var late = late(id, period);
        var unit = units.find(id).orElseThrow();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(new OverdueLetterContent.Letter(
                        unit, period, late, until, LocalDate.now(clock), content.contact(actor, unit)));
    }
}
