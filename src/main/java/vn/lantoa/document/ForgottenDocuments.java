package vn.lantoa.document;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.PersonalDataErased;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.organization.Practice;
import vn.lantoa.organization.UnitId;

/** Files, documents and letterheads of a practice go with it. */
@Component
class ForgottenDocuments {

    private static final String OF_DOSSIER = " where dossier_type = ? and dossier_id = ?";

    private final JdbcClient jdbc;
    private final Timeline timeline;

    ForgottenDocuments(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        var key = forgotten.dossier();
        var files = jdbc.sql("select file_id from dossier_attachment" + OF_DOSSIER
                        + " union select signed_file_id from outgoing_document" + OF_DOSSIER
                        + " and signed_file_id is not null")
                .params(key.type(), key.id(), key.type(), key.id())
                .query(Long.class)
                .list();
        delete("dossier_attachment", key);
        delete("outgoing_document", key);
        remove(files);
    }

    /** Attachments go, and their names wherever they were told; a numbered document of the unit stays. */
    @EventListener
    void on(PersonalDataErased erased) {
        var key = erased.dossier();
        var files = jdbc.sql("select file_id from dossier_attachment" + OF_DOSSIER)
                .params(key.type(), key.id())
                .query(Long.class)
                .list();
        delete("dossier_attachment", key);
        remove(files);
        timeline.withhold(key, "timeline.attachment.added");
        timeline.withhold(key, "timeline.attachment.removed");
    }

    private void remove(List<Long> files) {
        for (var file : files) {
            jdbc.sql("delete from stored_file_part where file_id = ?")
                    .param(file)
                    .update();
            jdbc.sql("delete from stored_file where id = ?").param(file).update();
        }
    }

    @EventListener
    void on(Practice.Purged purged) {
        jdbc.sql("delete from unit_letterhead where unit_id in (:units)")
                .param("units", purged.units().stream().map(UnitId::value).toList())
                .update();
    }

    private void delete(String table, DossierKey key) {
        jdbc.sql("delete from " + table + OF_DOSSIER)
                .params(key.type(), key.id())
                .update();
    }
}
