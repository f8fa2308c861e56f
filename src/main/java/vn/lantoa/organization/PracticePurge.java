package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closed practices are forgotten after a time: invented units, invented people and what they wrote are nobody's record. */
@Component
public class PracticePurge {

    private static final Logger LOG = LoggerFactory.getLogger(PracticePurge.class);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final IntakeRemoval removal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PracticePurge(
            JdbcClient jdbc,
            IntakeRemoval removal,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.removal = removal;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Forgets what was closed before this day, each practice by itself: one that cannot go keeps no other. */
    public void closedBefore(LocalDate day) {
        jdbc.sql("select id from practice where closed_on < ? order by id limit " + MOST)
                .param(day)
                .query(Long.class)
                .list()
                .forEach(this::forget);
    }

    private void forget(long practice) {
        try {
            transaction.executeWithoutResult(status -> lock(practice));
        } catch (DataAccessException stuck) {
            LOG.warn("practice {} cannot be purged", practice, stuck);
        }
    }

    /** Another node may have been quicker. */
    private void lock(long id) {
        jdbc.sql("select * from practice where id = ? for update")
                .param(id)
                .query(Practices::read)
                .optional()
                .ifPresent(this::purge);
    }

    private void purge(Practice practice) {
        var people = jdbc.sql("select distinct person_id from practice_role where practice_id = ?")
                .param(practice.id())
                .query((row, n) -> PersonId.of(row.getLong(1)))
                .list();
        var purged = new Practice.Purged(practice, people);
        events.publishEvent(purged);
        var persons = people.stream().map(PersonId::value).toList();
        var units = purged.units().stream().map(UnitId::value).toList();
        delete("substitution where person_id in (:some) or deputy_id in (:some)", persons);
        delete("handover where person_id in (:some) or successor_id in (:some)", persons);
        delete("feed_token where person_id in (:some)", persons);
        delete("practice_role where practice_id in (:some)", List.of(practice.id()));
        delete("practice where id in (:some)", List.of(practice.id()));
        delete("practice_unit where unit_id in (:some)", units);
        removal.remove(new Intake.Made(purged.units(), people, holdings(units)));
    }

    private List<Long> holdings(List<Long> units) {
        return jdbc.sql("select id from post_holding where unit_id in (:units)")
                .param("units", units)
                .query(Long.class)
                .list();
    }

    private void delete(String what, Collection<Long> some) {
        jdbc.sql("delete from " + what).param("some", some).update();
    }
}
