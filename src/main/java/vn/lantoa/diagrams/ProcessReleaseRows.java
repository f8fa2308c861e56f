package vn.lantoa.diagrams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;

/** The table of releases. */
@Component
class ProcessReleaseRows {

    private static final String RELEASE =
            "select r.*, a.name as author_name, p.name as releaser_name from process_release r"
                    + " join person p on p.id = r.released_by left join person a on a.id = r.author_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProcessReleaseRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes everybody who puts a version into service take turns, until the transaction ends. */
    void takeTurns() {
        jdbc.sql("select id from process_release_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** All releases of a process, the newest first. */
    List<ProcessRelease> of(String process) {
        return jdbc.sql(RELEASE + " where r.process = ? order by r.number desc")
                .param(process)
                .query(ProcessReleaseRows::release)
                .list();
    }

    Optional<ProcessRelease> of(ProcessFiles.Version version) {
        return jdbc.sql(RELEASE + " where r.definition = ?")
                .param(version.definition())
                .query(ProcessReleaseRows::release)
                .optional();
    }

    void add(
            ProcessFiles.Version version,
            ProcessFiles.Version replaced,
            ProcessDraft draft,
            ProcessFiles.Version restored,
            String digest,
            String reason,
            Actor releaser) {
        jdbc.sql(
                        """
                        insert into process_release (process, number, draft_id, restored, replaces, definition, version, digest, reason,
                            author_id, released_by, released_at)
                        select ?, coalesce(max(number), 0) + 1, cast(? as bigint), cast(? as varchar(255)), cast(? as varchar(255)),
                            cast(? as varchar(255)), cast(? as int), cast(? as varchar(64)), cast(? as varchar(2000)), cast(? as bigint),
                            cast(? as bigint), cast(? as timestamp(3) with time zone)
                        from process_release where process = ?""")
                .params(version.process(), draft == null ? null : draft.id().value())
                .params(restored == null ? null : restored.definition(), replaced.definition())
                .params(version.definition(), version.number(), digest, reason)
                .params(
                        draft == null
                                ? null
                                : draft.author().map(PersonId::value).orElse(null))
                .params(releaser.id().value(), Timestamp.from(clock.instant()), version.process())
                .update();
    }

    private static ProcessRelease release(ResultSet row, int n) throws SQLException {
        var draft = row.getObject("draft_id", Long.class);
        return new ProcessRelease(
                row.getLong("id"),
                row.getString("process"),
                Optional.ofNullable(draft).map(DraftId::new),
                row.getString("replaces"),
                row.getString("definition"),
                row.getInt("version"),
                row.getString("digest"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("author_name")).orElse(""),
                new PersonId(row.getLong("released_by")),
                row.getString("releaser_name"),
                row.getTimestamp("released_at").toInstant());
    }
}
