package vn.lantoa.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitKind;
import vn.lantoa.organization.Units;

/** What each unit says of itself on its letters. */
@Component
public class Letterheads {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern PLACE = Pattern.compile(
            "(?:tỉnh|thành phố|TP\\.|(?<!hợp tác )xã|phường|đặc khu)\\s+(.+)$",
            Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    private static final String OPEN = "…………";
    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}]{0,100}");
    private static final Pattern ABBREVIATION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .&-]{0,19}");

    private final JdbcClient jdbc;
    private final Units units;
    private final Posts posts;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Letterheads(JdbcClient jdbc, Units units, Posts posts, Access access, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.posts = posts;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the unit has said itself. */
    public Letterhead said(UnitId unit) {
        return jdbc.sql("select * from unit_letterhead where unit_id = ?")
                .param(unit.value())
                .query((row, n) -> new Letterhead(
                        row.getString("superior_line"),
                        row.getString("issuer_line"),
                        row.getString("place"),
                        row.getString("abbreviation"),
                        row.getBoolean("number_first")))
                .optional()
                .orElse(Letterhead.NOTHING_SAID);
    }

    /** The same with what its name and kind say in the places left open. */
    public Letterhead of(UnitId id) {
        var said = said(id);
        var unit = units.find(id).orElseThrow();
        return new Letterhead(
                or(said.superiorLine(), () -> superiorLine(unit)),
                or(said.issuerLine(), () -> unit.name().toUpperCase(VIETNAMESE)),
                or(said.place(), () -> place(unit)),
                or(said.abbreviation(), () -> abbreviation(unit.kind())),
                said.numberFirst());
    }

    /** Whether somebody gives numbers in this unit. */
    public boolean hasRecordsOffice(UnitId unit) {
        return !posts.holdersOf(Post.RECORDS_OFFICE, unit).isEmpty();
    }

    /**
     * Keeps what the unit says of itself; blank lines mean that its name says enough.
     *
     * @return the key of what is wrong with it; empty when it is kept
     */
    @Transactional
    public Optional<String> keep(Actor actor, UnitId unit, Letterhead letterhead) {
        access.require(actor, Right.SEE_DOCUMENTS, Right.SET_LETTERHEAD, unit);
        var lines = java.util.stream.Stream.of(letterhead.superiorLine(), letterhead.issuerLine(), letterhead.place())
                .filter(java.util.Objects::nonNull);
        if (!lines.allMatch(line -> LINE.matcher(line).matches())) {
            return Optional.of("document.letterhead.refused.line");
        }
        if (letterhead.abbreviation() != null
                && !letterhead.abbreviation().isBlank()
                && !ABBREVIATION.matcher(letterhead.abbreviation().strip()).matches()) {
            return Optional.of("document.letterhead.refused.abbreviation");
        }
        if (letterhead.numberFirst() && !hasRecordsOffice(unit)) {
            return Optional.of("document.letterhead.refused.no-records-office");
        }
        write(unit, letterhead);
        audit.record("letterhead.kept", actor, "unit:" + unit, unit, facts(letterhead), Map.of());
        return Optional.empty();
    }

    private void write(UnitId unit, Letterhead letterhead) {
        jdbc.sql("delete from unit_letterhead where unit_id = ?")
                .param(unit.value())
                .update();
        jdbc.sql(
                        """
                        insert into unit_letterhead (unit_id, superior_line, issuer_line, place, abbreviation, number_first)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        unit.value(),
                        line(letterhead.superiorLine()),
                        line(letterhead.issuerLine()),
                        line(letterhead.place()),
                        line(letterhead.abbreviation()),
                        letterhead.numberFirst())
                .update();
    }

    private static Map<String, Object> facts(Letterhead letterhead) {
        var facts = new HashMap<String, Object>();
        facts.put("numberFirst", letterhead.numberFirst());
        Optional.ofNullable(line(letterhead.abbreviation())).ifPresent(text -> facts.put("abbreviation", text));
        return facts;
    }

    private static String line(String text) {
        return text == null || text.isBlank()
                ? null
                : java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFC);
    }

    private static String or(String said, java.util.function.Supplier<String> otherwise) {
        return said == null ? otherwise.get() : said;
    }

    private String superiorLine(Unit unit) {
        return unit.parent()
                .flatMap(units::find)
                .map(superior -> superior.name().toUpperCase(VIETNAMESE))
                .orElse("");
    }

    /** A workplace is named after its employer: it stands where the union above it stands. */
    private String place(Unit unit) {
        if (unit.kind() == UnitKind.GRASSROOTS_UNION) {
            return unit.parent().flatMap(units::find).map(Letterheads::named).orElse(OPEN);
        }
        return named(unit);
    }

    private static String named(Unit unit) {
        var found = PLACE.matcher(unit.name());
        if (found.find()) {
            return found.group(1);
        }
        return unit.kind() == UnitKind.CONFEDERATION ? "Hà Nội" : OPEN;
    }

    private String abbreviation(UnitKind kind) {
        return jdbc.sql(
                        """
                        select abbreviation from document_abbreviation where unit_kind = :kind and valid_from <= :on
                        and (valid_to is null or valid_to >= :on)""")
                .param("kind", kind.name())
                .param("on", LocalDate.now(clock))
                .query(String.class)
                .optional()
                .orElse("CĐ");
    }
}
