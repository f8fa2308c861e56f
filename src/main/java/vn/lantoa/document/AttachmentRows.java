package vn.lantoa.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** The rows of files of dossiers. */
@Component
class AttachmentRows {

    private static final String FOUND =
            "select a.*, f.name, f.media_type, f.size_bytes, f.sha256 from dossier_attachment a join stored_file f on f.id = a.file_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    AttachmentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The dossier's files, the oldest first, removed ones too. */
    List<Attachment> of(DossierKey dossier) {
        return jdbc.sql(FOUND + " where a.dossier_type = ? and a.dossier_id = ? order by a.added_at, f.id")
                .params(dossier.type(), dossier.id())
                .query(AttachmentRows::read)
                .list();
    }

    /** @throws NotVisible when the dossier has none of this id */
    Attachment find(DossierKey dossier, String id) {
        return jdbc.sql(FOUND + " where a.id = ? and a.dossier_type = ? and a.dossier_id = ?")
                .params(id, dossier.type(), dossier.id())
                .query(AttachmentRows::read)
                .optional()
                .orElseThrow(() -> new NotVisible("attachment " + id));
    }

    /** How many files of the dossier are not removed, among what others have committed by now. */
    int count(DossierKey dossier) {
        return jdbc.sql(
                        """
                        select count(*) from dossier_attachment where dossier_type = ? and dossier_id = ?
                        and removed_at is null""")
                .params(dossier.type(), dossier.id())
                .query(Integer.class)
                .single();
    }

    Attachment insert(Dossier dossier, StoredFile file, Actor by) {
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into dossier_attachment (id, dossier_type, dossier_id, unit_id, file_id, added_by, added_by_name,
                        added_at, kept) values (?, ?, ?, ?, ?, ?, ?, ?, true)""")
                .params(
                        id,
                        dossier.key().type(),
                        dossier.key().id(),
                        dossier.unit().value(),
                        file.id())
                .params(by.id().value(), by.name(), Timestamp.from(clock.instant()))
                .update();
        return find(dossier.key(), id);
    }

    /** @param kept whether its content stays, to be read by whom it was sent to */
    void remove(Attachment attachment, Actor by, boolean kept) {
        jdbc.sql(
                        "update dossier_attachment set removed_by = ?, removed_by_name = ?, removed_at = ?, kept = ? where id = ?")
                .params(by.id().value(), by.name(), Timestamp.from(clock.instant()), kept, attachment.id())
                .update();
    }

    private static Attachment read(ResultSet row, int n) throws SQLException {
        var removed = row.getTimestamp("removed_at");
        return new Attachment(
                row.getString("id"),
                row.getLong("file_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("added_by_name"),
                row.getTimestamp("added_at").toInstant(),
                row.getString("removed_by_name"),
                removed == null ? null : removed.toInstant(),
                row.getBoolean("kept"));
    }
}
