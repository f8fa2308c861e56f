package vn.lantoa.commendation;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.organization.UnitsMerged;

/** A unit that goes on as another: what it proposed and what lay before it goes on there; passages and votes keep the old name. */
@Component("awardSuccessions")
class Successions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;

    Successions(JdbcClient jdbc, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    @EventListener
    void on(UnitsMerged merged) {
        List<Long> touched = jdbc.sql("select id from nomination where (proposer_id = :from or at_unit_id = :from)"
                        + " and ended_at is null order by id")
                .param("from", merged.from().value())
                .query(Long.class)
                .list();
        jdbc.sql("update nomination set at_unit_id = ? where at_unit_id = ?")
                .params(merged.into().value(), merged.from().value())
                .update();
        touched.forEach(id ->
                publisher.publishEvent(new DossierChanged(NominationId.of(id).dossier())));
    }
}
