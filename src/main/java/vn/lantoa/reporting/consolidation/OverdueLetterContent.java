package vn.lantoa.reporting.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Unit;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.consolidation.OverdueLetter.Late;

/** What the letter to late units says, field by field of its template (layout T5 of DOMAIN §5.4). */
@Component
class OverdueLetterContent {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<Capacity> SIGNING = List.of(Capacity.KT, Capacity.TL);

    /** The only date that the guidance itself names is this level's (DOMAIN §3.2); the others lead up to it. */
    private static final int LEVEL_OF_THE_GUIDANCE = 2;

    private final JdbcClient jdbc;
    private final Letterheads letterheads;
    private final Posts posts;
    private final MessageSource messages;

    OverdueLetterContent(JdbcClient jdbc, Letterheads letterheads, Posts posts, MessageSource messages) {
        this.jdbc = jdbc;
        this.letterheads = letterheads;
        this.posts = posts;
        this.messages = messages;
    }

    /**
     * A letter as it is to be written.
     *
     * @param until the new date; null leaves it open
     * @param on the day on which the units were late
     */
    record Letter(Unit unit, ReportingPeriod period, List<Late> late, LocalDate until, LocalDate on, String contact) {}

    /** @param document null for a draft; one without a number is no draft any more, and its number stays open */
    Map<String, Object> of(Letter letter, OutgoingDocument document) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("draft", document == null ? List.of(Map.of("mark", word("letter.draft"))) : List.of());
        head(fields, letter, document);
        fields.put("subject", word("overdue.subject", letter.period().title()));
        fields.put("addressees", addressees(letter.late()));
        fields.put("basis", basis(letter));
        fields.put("today", WrittenDay.of(letter.on()));
        fields.put("unit", letter.unit().name());
        fields.put("period", letter.period().title());
        fields.put("late", rows(letter.late()));
        fields.put(
                "until",
                letter.until() == null
                        ? word("overdue.until.open")
                        : word("overdue.until", WrittenDay.of(letter.until())));
        fields.put("contact", letter.contact());
        fields.put(
                "recipients",
                List.of(
                        Map.of("name", word("letter.recipient.above")),
                        Map.of("name", word("letter.recipient.archive"))));
        sign(fields, letter.unit());
        return fields;
    }

    String title(ReportingPeriod period) {
        return word("overdue.title", period.title());
    }

    String contact(Actor actor, Unit unit) {
        return unit.phone() == null ? actor.name() : word("overdue.contact", actor.name(), unit.phone());
    }

    /** An official letter has no name of its kind in its symbol: body and number alone. */
    private void head(Map<String, Object> fields, Letter letter, OutgoingDocument document) {
        var head = letterheads.of(letter.unit().id());
        fields.put("superior", head.superiorLine());
        fields.put("issuer", head.issuerLine());
        fields.put("place", head.place());
        var numbered = document != null && document.inWords() != null;
        fields.put(
                "number",
                numbered
                        ? document.inWords()
                        : "        /" + head.abbreviation().replace(' ', '-'));
        fields.put(
                "date",
                numbered
                        ? date(document.dated())
                        : word("letter.date.open", String.valueOf(letter.on().getYear())));
    }

    /** Days, and the months January and February, with two digits (NĐ 30/2020). */
    private String date(LocalDate date) {
        var month = date.getMonthValue() < 3
                ? String.format("%02d", date.getMonthValue())
                : String.valueOf(date.getMonthValue());
        return word("letter.date", String.format("%02d", date.getDayOfMonth()), month, String.valueOf(date.getYear()));
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
    private String basis(Letter letter) {
        var period = letter.period();
        return jdbc.sql(
                        """
                        select legal_basis from report_deadline where period_kind = :kind and level_no = :level
                         and valid_from <= :today and (valid_to is null or valid_to >= :today)""")
                .param("kind", period.kind().name())
                .param("level", LEVEL_OF_THE_GUIDANCE)
                .param("today", letter.on())
                .query(String.class)
                .optional()
                .map(basis -> word("overdue.basis", basis.split("[:;(]")[0].strip(), period.title()))
                .orElseGet(() -> word("overdue.basis.none", "", period.title()));
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
