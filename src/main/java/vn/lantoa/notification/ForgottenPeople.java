package vn.lantoa.notification;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Practice;

/** What the invented people of a practice were told goes with it. */
@Component
class ForgottenPeople {

    private final JdbcClient jdbc;

    ForgottenPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        jdbc.sql("delete from notice where dossier_type = ? and dossier_id = ?")
                .params(forgotten.dossier().type(), forgotten.dossier().id())
                .update();
    }

    @EventListener
    void on(Practice.Purged purged) {
        for (var table : List.of("notice", "mail_setting", "mail")) {
            jdbc.sql("delete from " + table + " where person_id in (:people)")
                    .param(
                            "people",
                            purged.people().stream().map(PersonId::value).toList())
                    .update();
        }
    }
}
