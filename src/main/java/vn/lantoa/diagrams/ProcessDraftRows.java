package vn.lantoa.diagrams;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The tables of drafts. */
@Component
class ProcessDraftRows {

    private static final String DRAFT =
            "select d.*, p.name as author_name from process_draft d left join person p on p.id = d.author_id";

    private final JdbcClient jdbc;

    ProcessDraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProcessDraft> find(DraftId id) {
        return jdbc.sql(DRAFT + " where d.id = ?")
                .param(id.value())
                .query(ProcessDraftRows::draft)
                .optional();
    }

    /** The same row, held until the transaction ends: whoever changes a draft takes it first. */
    Optional<ProcessDraft> hold(DraftId id) {
        jdbc.sql("select id from process_draft where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .optional();
        return find(id);
    }

    /** Drafts of a process, the last changed first. */
    List<ProcessDraft> of(String process) {
        return jdbc.sql(DRAFT + " where d.process = ? order by d.changed_at desc, d.id desc")
                .param(process)
                .query(ProcessDraftRows::draft)
                .list();
    }

    List<ModelFile> files(DraftId id) {
        return jdbc
                .sql("select name, content from process_draft_file where draft_id = ?")
                .param(id.value())
                .query((row, n) -> new ModelFile(
                        row.getString("name"), row.getString("content").getBytes(StandardCharsets.UTF_8)))
                .list()
                .stream()
                .sorted(ModelFile.DIAGRAM_FIRST)
                .toList();
    }

    /** One file and its version. */
    record Kept(ModelFile file, long version) {}

    Optional<Kept> file(DraftId id, String name) {
        return jdbc.sql("select name, content, version from process_draft_file where draft_id = ? and name = ?")
                .params(id.value(), name)
                .query((row, n) -> new Kept(
                        new ModelFile(
                                row.getString("name"), row.getString("content").getBytes(StandardCharsets.UTF_8)),
                        row.getLong("version")))
                .optional();
    }

    void put(DraftId id, ModelFile file) {
        var content = new String(file.content(), StandardCharsets.UTF_8);
        var changed = jdbc.sql(
                        "update process_draft_file set content = ?, version = version + 1 where draft_id = ? and name = ?")
                .params(content, id.value(), file.name())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into process_draft_file (draft_id, name, content, version) values (?, ?, ?, 1)")
                    .params(id.value(), file.name(), content)
                    .update();
        }
    }

    Set<PersonId> writers(DraftId id) {
        return Set.copyOf(jdbc.sql("select person_id from process_draft_writer where draft_id = ?")
                .param(id.value())
                .query((row, n) -> new PersonId(row.getLong("person_id")))
                .list());
    }

    void wrote(DraftId id, PersonId person) {
        jdbc.sql("insert into process_draft_writer (draft_id, person_id) select ?, ? where not exists"
                        + " (select 1 from process_draft_writer where draft_id = ? and person_id = ?)")
                .params(id.value(), person.value(), id.value(), person.value())
                .update();
    }

    private static ProcessDraft draft(ResultSet row, int n) throws SQLException {
        var author = row.getObject("author_id", Long.class);
        return new ProcessDraft(
                new DraftId(row.getLong("id")),
                row.getString("process"),
                new UnitId(row.getLong("unit_id")),
                row.getString("title"),
                Optional.ofNullable(author).map(PersonId::new),
                Optional.ofNullable(row.getString("author_name")).orElse(""),
                row.getString("based_on"),
                ProcessDraft.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                row.getLong("version"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
