package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Capacity;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What the papers of commendation share: head, number, grounds, signature (DOMAIN §5.3). Papers are Vietnamese whatever the page's language. */
@Component
public class AwardPaper {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private final Letterheads letterheads;
    private final OutgoingDocuments documents;
    private final Units units;
    private final People people;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    AwardPaper(
            Letterheads letterheads,
            OutgoingDocuments documents,
            Units units,
            People people,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.letterheads = letterheads;
        this.documents = documents;
        this.units = units;
        this.people = people;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The fields that head, number and sign a paper.
     *
     * @param type abbreviation of its type, TTr or QĐ
     * @param signer who approved it, null while nobody did: then it is marked as a draft
     */
    public Map<String, Object> frame(Unit unit, DossierKey dossier, int revision, String type, PersonId signer) {
        var paper = new LinkedHashMap<String, Object>();
        var head = letterheads.of(unit.id());
        var document = documents.of(dossier, revision).filter(one -> one.state() == OutgoingDocument.State.NUMBERED);
        paper.put("draft", document.isPresent() ? List.of() : List.of(Map.of("mark", word("draft"))));
        paper.put("superior", head.superiorLine());
        paper.put("issuer", head.issuerLine());
        paper.put("place", head.place());
        paper.put(
                "number",
                document.map(OutgoingDocument::inWords)
                        .orElseGet(() -> "        /"
                                + documents.proposal(unit.id(), type).symbol()));
        paper.put(
                "date",
                document.map(one -> date(one.dated()))
                        .orElseGet(() -> word(
                                "date.open", String.valueOf(LocalDate.now(clock).getYear()))));
        paper.put("unit", unit.name());
        sign(paper, unit, signer);
        return paper;
    }

    /** The grounds that the dated table names on a day, the last one closed by a full stop when nothing follows. */
    public List<Map<String, Object>> grounds(LocalDate on, List<String> further) {
        var lines = new ArrayList<>(jdbc.sql("select wording from award_letter_basis where valid_from <= :on"
                        + " and (valid_to is null or valid_to >= :on) order by place")
                .param("on", on)
                .query(String.class)
                .list());
        lines.addAll(further);
        var grounds = new ArrayList<Map<String, Object>>();
        for (var place = 0; place < lines.size(); place++) {
            grounds.add(Map.of("text", lines.get(place) + (place == lines.size() - 1 ? "." : ";")));
        }
        return grounds;
    }

    /** "ngày 08 tháng 6 năm 2026": a leading zero for days below 10 and for January and February (NĐ 30/2020 Phụ lục I). */
    public String date(LocalDate date) {
        var month = date.getMonthValue() < 3 ? "0" + date.getMonthValue() : String.valueOf(date.getMonthValue());
        return word("date", "%02d".formatted(date.getDayOfMonth()), month, String.valueOf(date.getYear()));
    }

    /** "01/12/2025 – 30/11/2026". */
    public static String span(LocalDate from, LocalDate to) {
        return from == null || to == null ? "" : WrittenDay.of(from) + " – " + WrittenDay.of(to);
    }

    /** The body that decides at a unit: "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG TỈNH A". */
    public String body(Unit unit) {
        return word("body." + unit.level()) + " " + unit.name().toUpperCase(VIETNAMESE);
    }

    private void sign(Map<String, Object> paper, Unit unit, PersonId signer) {
        var person = Optional.ofNullable(signer).flatMap(people::actor);
        var capacity = signer == null ? Capacity.TM : capacity(person, unit);
        paper.put("authority", word("authority." + capacity, word("body." + unit.level())));
        paper.put("post", word("post." + capacity));
        paper.put("signer", person.map(Actor::name).orElse(""));
    }

    /** Who does not lead the unit signs by authorisation (TUQ.). */
    private static Capacity capacity(Optional<Actor> person, Unit unit) {
        var led = person.stream()
                .flatMap(one -> one.holdings().stream())
                .filter(holding ->
                        holding.post() == Post.LEADER && holding.unit().equals(unit.id()))
                .toList();
        return led.isEmpty()
                ? Capacity.TUQ
                : led.stream()
                        .map(Holding::capacity)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(Capacity.TM);
    }

    /** A word of the papers, message {@code award.paper.<key>}. */
    public String word(String key, Object... args) {
        return messages.getMessage("award.paper." + key, args, VIETNAMESE);
    }

    /** The name of a unit on a paper. */
    public Unit unit(UnitId id) {
        return units.find(id).orElseThrow();
    }
}
