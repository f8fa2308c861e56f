package vn.lantoa.document;

import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.VietnameseText;

/** The outgoing documents of the units in which a person has a post. */
@Component
public class OutgoingList {

    private static final int PAGE = 50;
    private static final int MOST_WAITING = 200;

    private final JdbcClient jdbc;
    private final Access access;
    private final MessageSource messages;

    OutgoingList(JdbcClient jdbc, Access access, MessageSource messages) {
        this.jdbc = jdbc;
        this.access = access;
        this.messages = messages;
    }

    /** What waits for a number, the oldest first. */
    public List<OutgoingDocument> waiting(Actor actor) {
        access.require(actor, Right.SEE_DOCUMENTS);
        return jdbc.sql(
                        "select * from outgoing_document where unit_id in (:units) and state = 'WAITING' order by id limit "
                                + MOST_WAITING)
                .param("units", units(actor))
                .query(OutgoingDocument::read)
                .list();
    }

    /**
     * One page of what has a number, the newest first.
     *
     * @param text words of title, number or symbol, without regard to diacritics; null or blank for all
     * @param after the place the last page named, null at the start
     */
    public Page<OutgoingDocument> numbered(Actor actor, String text, String after) {
        access.require(actor, Right.SEE_DOCUMENTS);
        return numbered(actor, text, after, PAGE);
    }

    /** The whole list as a file of Excel. */
    public void write(Actor actor, String text, OutputStream out, Locale locale) {
        access.require(actor, Right.SEE_DOCUMENTS);
        try (var book = new Workbook()) {
            var sheet = book.sheet(
                    word("document.list.title", locale),
                    List.of(),
                    List.of(
                            new Column(word("document.number", locale), 24),
                            new Column(word("document.date", locale), 12),
                            new Column(word("document.title", locale), 60),
                            new Column(word("document.numbered-by", locale), 28),
                            new Column(word("document.signed", locale), 20)));
            all(
                    actor,
                    text,
                    document -> sheet.row(List.of(
                            Value.of(document.inWords()),
                            Value.of(document.dated()),
                            Value.of(document.title()),
                            Value.of(document.numberedBy()),
                            Value.of(word("document.signed." + signed(document), locale)))));
            book.write(out);
        }
    }

    /** How far the signed copy has come: {@code none}, {@code file}, {@code digital}. */
    public static String signed(OutgoingDocument document) {
        if (document.signedFile() == null) {
            return "none";
        }
        return document.digitallySigned() ? "digital" : "file";
    }

    private void all(Actor actor, String text, Consumer<OutgoingDocument> each) {
        String after = null;
        do {
            var page = numbered(actor, text, after, 500);
            page.items().forEach(each);
            after = page.next();
        } while (after != null);
    }

    Page<OutgoingDocument> numbered(Actor actor, String text, String after, int size) {
        var params = new HashMap<String, Object>(Map.of("units", units(actor)));
        var sql = new StringBuilder("select * from outgoing_document where unit_id in (:units) and state = 'NUMBERED'");
        var words = text == null ? List.<String>of() : VietnameseText.asked(text);
        for (var i = 0; i < words.size(); i++) {
            sql.append(" and search_text like :word").append(i);
            params.put("word" + i, "% " + words.get(i) + "%");
        }
        if (after != null && after.matches("\\d{1,15}_\\d{1,18}")) {
            var place = after.split("_");
            sql.append(" and (numbered_at < :at or numbered_at = :at and id < :id)");
            params.put("at", Timestamp.from(Instant.ofEpochMilli(Long.parseLong(place[0]))));
            params.put("id", Long.parseLong(place[1]));
        }
        record Row(OutgoingDocument document, Timestamp at) {}
        var found = jdbc.sql(sql + " order by numbered_at desc, id desc limit " + (size + 1))
                .params(params)
                .query((row, n) -> new Row(OutgoingDocument.read(row, n), row.getTimestamp("numbered_at")))
                .list();
        var shown = found.subList(0, Math.min(size, found.size()));
        var next = found.size() > size
                ? shown.get(size - 1).at().getTime() + "_"
                        + shown.get(size - 1).document().id()
                : null;
        return new Page<>(shown.stream().map(Row::document).toList(), next);
    }

    static List<Long> units(Actor actor) {
        return actor.branchIds(Right.SEE_DOCUMENTS);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
