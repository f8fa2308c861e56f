package vn.lantoa.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;

/** What reports say, revision by revision. Only ever added to: a correction is a new revision (ADR 0015). */
@Component
class Statements {

    private static final String FIGURES =
            """
            select v.* from report_value v join report r on r.id = v.report_id
            left join report_indicator i on i.list_id = r.list_id and i.code = v.code
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ProposalRows proposals;
    private final Clock clock;

    Statements(JdbcClient jdbc, JdbcTemplate batches, ProposalRows proposals, Clock clock) {
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Why there is a new revision. */
    enum Cause {
        SUBMITTED,
        NIL,
        CORRECTED,
        ENTERED
    }

    /** One text of the outline; {@code corrected} when a leader changed it. */
    record Text(String content, boolean corrected) {}

    /** What one revision says. */
    record Statement(Figures figures, Map<String, Text> texts, List<Proposal> proposals) {

        static final Statement EMPTY = new Statement(Figures.NONE, Map.of(), List.of());
    }

    record Note(String field, String note, String step) {}

    Statement of(ReportId report, int revision) {
        return new Statement(figures(report, revision), texts(report, revision), proposals.of(report, revision));
    }

    /** The figures alone of several reports, each as its revision of now has them. */
    Map<ReportId, Figures> figuresOf(List<Report> reports) {
        var figures = new HashMap<ReportId, Map<String, Figure>>();
        reports.forEach(report -> figures.put(report.id(), new LinkedHashMap<>()));
        if (!reports.isEmpty()) {
            jdbc.sql(
                            FIGURES
                                    + "where v.report_id in (:ids) and v.revision = r.revision order by i.position, v.dimension")
                    .param(
                            "ids",
                            reports.stream().map(report -> report.id().value()).toList())
                    .query(row -> {
                        figures.get(ReportId.of(row.getLong("report_id"))).put(key(row), figure(row));
                    });
        }
        return figures.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> new Figures(one.getValue())));
    }

    /** What the unit last sent to its superior, whatever it drafts since; empty before the first sending. */
    Optional<Statement> sent(Report report) {
        return report.sent().map(at -> of(report.id(), revisionAt(report, List.of("sent", "entered"))));
    }

    /** What the superior last accepted; empty before the first acceptance. */
    Optional<Statement> accepted(Report report) {
        var revision = revisionAt(report, List.of("locked", "entered"));
        return revision == 0 ? Optional.empty() : Optional.of(of(report.id(), revision));
    }

    /** What was last accepted, else what was last sent; nothing before. */
    Statement lastSaid(Report report) {
        return accepted(report).or(() -> sent(report)).orElse(Statement.EMPTY);
    }

    private int revisionAt(Report report, List<String> acts) {
        return jdbc.sql(
                        "select coalesce(max(revision), 0) from report_submission where report_id = :id and act in (:acts)")
                .param("id", report.id().value())
                .param("acts", acts)
                .query(Integer.class)
                .single();
    }

    void add(ReportId report, int revision, Cause cause, Statement statement, PersonId by) {
        jdbc.sql("insert into report_revision (report_id, revision, cause, made_by, made_at) values (?, ?, ?, ?, ?)")
                .params(report.value(), revision, cause.name(), by.value(), Timestamp.from(clock.instant()))
                .update();
        batches.batchUpdate(
                """
                insert into report_value (report_id, revision, code, dimension, statement, amount, qualifier, reason, corrected,
                entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                statement.figures().byKey().entrySet().stream()
                        .map(entry -> row(report, revision, entry.getKey(), entry.getValue(), by))
                        .toList());
        batches.batchUpdate(
                "insert into report_text (report_id, revision, field, content, corrected, entered_by) values (?, ?, ?, ?, ?, ?)",
                statement.texts().entrySet().stream()
                        .map(entry -> new Object[] {
                            report.value(),
                            revision,
                            entry.getKey(),
                            entry.getValue().content(),
                            entry.getValue().corrected(),
                            by.value()
                        })
                        .toList());
        proposals.add(report, revision, statement.proposals(), by);
    }

    void note(ReportId report, int revision, List<Note> notes, PersonId by) {
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into report_note (report_id, revision, field, note, step, written_by, written_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                notes.stream()
                        .map(note -> new Object[] {
                            report.value(), revision, note.field(), note.note(), note.step(), by.value(), at
                        })
                        .toList());
    }

    /** The notes at the fields of one revision; a later one at the same field replaces the earlier on screen. */
    Map<String, String> notes(ReportId report, int revision) {
        var notes = new LinkedHashMap<String, String>();
        jdbc.sql("select field, note from report_note where report_id = ? and revision = ? order by id")
                .params(report.value(), revision)
                .query(row -> {
                    notes.put(row.getString("field"), row.getString("note"));
                });
        return notes;
    }

    private static Object[] row(ReportId report, int revision, String key, Figure figure, PersonId by) {
        var dot = key.indexOf('.');
        return new Object[] {
            report.value(),
            revision,
            dot < 0 ? key : key.substring(0, dot),
            dot < 0 ? "" : key.substring(dot + 1),
            figure.statement().name(),
            figure.amount(),
            figure.qualifier().name(),
            figure.reason(),
            figure.corrected(),
            by.value()
        };
    }

    /** The figures alone. */
    Figures figures(ReportId report, int revision) {
        var figures = new LinkedHashMap<String, Figure>();
        jdbc.sql(FIGURES + "where v.report_id = ? and v.revision = ? order by i.position, v.dimension")
                .params(report.value(), revision)
                .query(row -> {
                    figures.put(key(row), figure(row));
                });
        return new Figures(figures);
    }

    private static String key(ResultSet row) throws SQLException {
        var dimension = row.getString("dimension");
        return dimension.isEmpty() ? row.getString("code") : row.getString("code") + "." + dimension;
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                Figure.Statement.valueOf(row.getString("statement")),
                row.getBigDecimal("amount"),
                Qualifier.valueOf(row.getString("qualifier")),
                row.getString("reason"),
                null,
                row.getBoolean("corrected"));
    }

    private Map<String, Text> texts(ReportId report, int revision) {
        var texts = new LinkedHashMap<String, Text>();
        jdbc.sql("select field, content, corrected from report_text where report_id = ? and revision = ?")
                .params(report.value(), revision)
                .query(row -> {
                    texts.put(row.getString("field"), new Text(row.getString("content"), row.getBoolean("corrected")));
                });
        return texts;
    }
}
