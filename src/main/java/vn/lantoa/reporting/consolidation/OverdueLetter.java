package vn.lantoa.reporting.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.Letters;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
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

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<Capacity> SIGNING = List.of(Capacity.KT, Capacity.TL);

    /** The only date that the guidance itself names is this level's (DOMAIN §3.2); the others lead up to it. */
    private static final int LEVEL_OF_THE_GUIDANCE = 2;

    private final JdbcClient jdbc;
    private final Letters letters;
    private final OverdueLetterKind kind;
    private final Letterheads letterheads;
    private final Units units;
    private final Posts posts;
    private final Access access;
    private final MessageSource messages;
    private final Clock clock;

    OverdueLetter(
            JdbcClient jdbc,
            Letters letters,
            OverdueLetterKind kind,
            Letterheads letterheads,
            Units units,
            Posts posts,
            Access access,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.kind = kind;
        this.letterheads = letterheads;
        this.units = units;
        this.posts = posts;
        this.access = access;
        this.messages = messages;
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
                .sorted(Comparator.comparing(one -> VietnameseText.sortKey(one.name())))
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
                .map(content -> letters.pdf(kind, content, word("overdue.title", period.title())));
    }

    private Optional<Map<String, Object>> content(Actor actor, UnitId id, ReportingPeriod period, LocalDate until) {
        access.require(actor, Right.SEE_REPORT, Right.DO_TASK, id);
        var late = late(id, period);
        if (late.isEmpty()) {
            return Optional.empty();
        }
        var unit = units.find(id).orElseThrow();
        var letter = new LinkedHashMap<String, Object>();
        letter.put("draft", List.of(Map.of("mark", word("letter.draft"))));
        head(letter, unit);
        letter.put("subject", word("overdue.subject", period.title()));
        letter.put("addressees", addressees(late));
        letter.put("basis", basis(period));
        letter.put("today", WrittenDay.of(LocalDate.now(clock)));
        letter.put("unit", unit.name());
        letter.put("period", period.title());
        letter.put("late", rows(late));
        letter.put("until", until == null ? word("overdue.until.open") : word("overdue.until", WrittenDay.of(until)));
        letter.put("contact", contact(actor, unit));
        letter.put(
                "recipients",
                List.of(
                        Map.of("name", word("letter.recipient.above")),
                        Map.of("name", word("letter.recipient.archive"))));
        sign(letter, unit);
        return Optional.of(letter);
    }

    /** An official letter has no name of its kind in its symbol: body and number alone. */
    private void head(Map<String, Object> letter, Unit unit) {
        var head = letterheads.of(unit.id());
        letter.put("superior", head.superiorLine());
        letter.put("issuer", head.issuerLine());
        letter.put("place", head.place());
        letter.put("number", "        /" + head.abbreviation().replace(' ', '-'));
        letter.put(
                "date",
                word("letter.date.open", String.valueOf(LocalDate.now(clock).getYear())));
    }

    private static List<Map<String, Object>> addressees(List<Late> late) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var place = 0; place < late.size(); place++) {
            lines.add(Map.of("name", "- " + late.get(place).name() + (place == late.size() - 1 ? "." : ";")));
        }
        return lines;
    }

    private static List<Map<String, Object>> rows(List<Late> late) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var one : late) {
            rows.add(Map.of(
                    "place", String.valueOf(rows.size() + 1),
                    "name", one.name(),
                    "due", WrittenDay.of(one.due()),
                    "days", String.valueOf(one.days())));
        }
        return rows;
    }

    /** What the dated rule rests on; of its remarks only the text's name belongs in a letter. */
    private String basis(ReportingPeriod period) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select legal_basis from report_deadline where period_kind = :kind and level_no = :level
                         and valid_from <= :today and (valid_to is null or valid_to >= :today)""")
                .param("kind", period.kind().name())
                .param("level", LEVEL_OF_THE_GUIDANCE)
                .param("today", today)
                .query(String.class)
                .optional()
                .map(basis -> word("overdue.basis", basis.split("[:;(]")[0].strip(), period.title()))
                .orElseGet(() -> word("overdue.basis.none", "", period.title()));
    }

    private String contact(Actor actor, Unit unit) {
        return unit.phone() == null ? actor.name() : word("overdue.contact", actor.name(), unit.phone());
    }

    /** A deputy signs for the head, else somebody by order; where nobody holds such a capacity the name stays open. */
    private void sign(Map<String, Object> letter, Unit unit) {
        var leaders = posts.holdersOf(Post.LEADER, unit.id());
        var capacity = SIGNING.stream()
                .filter(one -> leaders.stream().anyMatch(leader -> signs(leader, unit, one)))
                .findFirst();
        var signer = capacity.flatMap(one ->
                leaders.stream().filter(leader -> signs(leader, unit, one)).findFirst());
        var shown = capacity.orElse(Capacity.TL);
        letter.put("authority", word("letter.authority." + shown, word("letter.body." + unit.level())));
        letter.put("post", word("letter.post." + shown));
        letter.put("signer", signer.map(Actor::name).orElse(""));
    }

    private static boolean signs(Actor leader, Unit unit, Capacity capacity) {
        return leader.holdings().stream()
                .anyMatch(holding -> holding.post() == Post.LEADER
                        && holding.unit().equals(unit.id())
                        && holding.capacity() == capacity);
    }

    private String word(String key, Object... args) {
        return messages.getMessage("report." + key, args, VIETNAMESE);
    }
}
