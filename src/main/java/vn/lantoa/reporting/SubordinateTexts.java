package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** What the direct subordinates of a report's unit wrote in their accepted reports of the same period: nobody types it twice. */
@Component
public class SubordinateTexts {

    private static final String ACCEPTED = " r.parent_id = :unit and r.period = :period and r.state = 'ACCEPTED' ";
    private static final int PAGE = 20;

    private final ReportRows rows;
    private final Units units;
    private final Access access;
    private final JdbcClient jdbc;

    SubordinateTexts(ReportRows rows, Units units, Access access, JdbcClient jdbc) {
        this.rows = rows;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
    }

    /** A text of one subordinate. */
    public record Passage(UnitId unit, String name, String content) {}

    /**
     * One page of them, in the order of the units' names.
     *
     * @param of how many there are in all that fit the words
     * @param next the next page, null at the end
     */
    public record Found(List<Passage> passages, int of, Integer next) {}

    /** One matter that subordinates put forward, with all who did. */
    public record Merged(String matter, Proposal.Addressee addressee, List<UnitId> sources, List<String> names) {}

    /**
     * @param field the key of the outline's field
     * @param words every word must begin a word of the text or of the unit's name, diacritics aside; may be null
     * @param page from 0
     * @throws NotVisible when there is no such report for this person
     */
    @Transactional(readOnly = true)
    public Found of(Actor actor, ReportId id, String field, String words, int page) {
        var report = visible(actor, id);
        var wanted = VietnameseText.words(words == null ? "" : words);
        var fitting = passages(report, field).stream()
                .filter(passage -> {
                    var text = VietnameseText.searchText(passage.name(), passage.content());
                    return wanted.stream().allMatch(word -> text.contains(" " + word));
                })
                .sorted(Comparator.comparing(passage -> VietnameseText.sortKey(passage.name())))
                .toList();
        var from = Math.min(Math.max(0, page) * PAGE, fitting.size());
        var to = Math.min(from + PAGE, fitting.size());
        return new Found(fitting.subList(from, to), fitting.size(), to < fitting.size() ? Math.max(0, page) + 1 : null);
    }

    /** Their proposals, the same matter to the same addressee joined, those of most units first. */
    @Transactional(readOnly = true)
    public List<Merged> proposals(Actor actor, ReportId id) {
        return proposals(visible(actor, id));
    }

    /** How many texts there are at each field. */
    Map<String, Integer> counts(Report report) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("select t.field, count(*) as texts from report r join report_text t on t.report_id = r.id"
                        + " and t.revision = r.revision and t.content <> '' where" + ACCEPTED + "group by t.field")
                .param("unit", report.unit().value())
                .param("period", report.period().key())
                .query(row -> {
                    counts.put(row.getString("field"), row.getInt("texts"));
                });
        return counts;
    }

    List<Merged> proposals(Report report) {
        record Row(UnitId unit, String matter, Proposal.Addressee addressee) {}
        var found = jdbc.sql("select r.unit_id, p.matter, p.addressee from report r join report_proposal p"
                        + " on p.report_id = r.id and p.revision = r.revision where" + ACCEPTED
                        + "order by r.unit_id, p.position")
                .param("unit", report.unit().value())
                .param("period", report.period().key())
                .query((row, n) -> new Row(
                        UnitId.of(row.getLong("unit_id")),
                        row.getString("matter"),
                        Proposal.Addressee.valueOf(row.getString("addressee"))))
                .list();
        var names = units.namesOf(found.stream().map(Row::unit).collect(Collectors.toSet()));
        var joined = new LinkedHashMap<String, List<Row>>();
        found.forEach(row -> joined.computeIfAbsent(
                        row.addressee() + " " + VietnameseText.fold(row.matter()), key -> new ArrayList<>())
                .add(row));
        return joined.values().stream()
                .map(same -> {
                    var sources = same.stream().map(Row::unit).distinct().toList();
                    return new Merged(
                            same.get(0).matter(),
                            same.get(0).addressee(),
                            sources,
                            sources.stream().map(names::get).toList());
                })
                .sorted(Comparator.comparing(
                        (Merged merged) -> -merged.sources().size()))
                .toList();
    }

    /** The units whose accepted reports may be named as a source. */
    Set<UnitId> sources(Report report) {
        return jdbc
                .sql("select r.unit_id from report r where" + ACCEPTED)
                .param("unit", report.unit().value())
                .param("period", report.period().key())
                .query(Long.class)
                .list()
                .stream()
                .map(UnitId::of)
                .collect(Collectors.toSet());
    }

    private List<Passage> passages(Report report, String field) {
        record Row(UnitId unit, String content) {}
        var found = jdbc.sql("select r.unit_id, t.content from report r join report_text t on t.report_id = r.id"
                        + " and t.revision = r.revision and t.content <> '' where" + ACCEPTED + "and t.field = :field")
                .param("unit", report.unit().value())
                .param("period", report.period().key())
                .param("field", field)
                .query((row, n) -> new Row(UnitId.of(row.getLong("unit_id")), row.getString("content")))
                .list();
        var names = units.namesOf(found.stream().map(Row::unit).toList());
        return found.stream()
                .map(row -> new Passage(row.unit(), names.get(row.unit()), row.content()))
                .toList();
    }

    private Report visible(Actor actor, ReportId id) {
        return rows.find(id)
                .filter(report -> access.may(actor, Right.SEE_REPORT, report.unit()))
                .orElseThrow(() -> new NotVisible("report " + id));
    }
}
