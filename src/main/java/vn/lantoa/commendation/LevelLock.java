package vn.lantoa.commendation;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.UnitId;

/** Who counts places of a level, or takes nominations into a list of it, does so one after another. */
@Component
public class LevelLock {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    LevelLock(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Holds the level of a unit in a season until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UnitId unit, long season) {
        if (!locked(unit, season)) {
            begin(unit, season);
            locked(unit, season);
        }
    }

    private boolean locked(UnitId unit, long season) {
        return jdbc.sql("select unit_id from award_level where unit_id = ? and season_id = ? for update")
                .params(unit.value(), season)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private void begin(UnitId unit, long season) {
        try {
            apart.executeWithoutResult(status -> jdbc.sql("insert into award_level (unit_id, season_id) values (?, ?)")
                    .params(unit.value(), season)
                    .update());
        } catch (DuplicateKeyException quicker) {
            // Somebody else began it in the same moment.
        }
    }
}
