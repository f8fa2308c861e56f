package vn.lantoa.tasklist;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.dossier.PersonalDataErased;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Practice;

/** What the task list kept of a practice goes with it; no task of it is open any more. */
@Component
class ForgottenTasks {

    private static final List<String> OF_DOSSIERS = List.of("closed_task", "decision_fact", "task_draft");

    private final JdbcClient jdbc;

    ForgottenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        for (var table : OF_DOSSIERS) {
            jdbc.sql("delete from " + table + " where dossier_type = ? and dossier_id = ?")
                    .params(forgotten.dossier().type(), forgotten.dossier().id())
                    .update();
        }
    }

    /** That something was decided stays, and by whom; what was written into forms goes. */
    @EventListener
    void on(PersonalDataErased erased) {
        var dossier = erased.dossier();
        jdbc.sql("update decision_fact set answers = '{}' where dossier_type = ? and dossier_id = ?")
                .params(dossier.type(), dossier.id())
                .update();
        jdbc.sql("delete from task_draft where dossier_type = ? and dossier_id = ?")
                .params(dossier.type(), dossier.id())
                .update();
    }

    @EventListener
    void on(Practice.Purged purged) {
        jdbc.sql("delete from saved_filter where person_id in (:people)")
                .param("people", purged.people().stream().map(PersonId::value).toList())
                .update();
    }
}
