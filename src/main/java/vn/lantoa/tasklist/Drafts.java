package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.PersonId;

/** Answers not handed in yet: one draft per dossier, step and person, each saving a new version. */
@Component
class Drafts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AnswerText text;
    private final TransactionTemplate anew;

    Drafts(JdbcClient jdbc, Clock clock, AnswerText text, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.text = text;
        this.anew = new TransactionTemplate(transactions);
        this.anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<Draft> find(DossierKey dossier, String step, PersonId person) {
        return jdbc.sql(
                        """
                        select * from task_draft
                        where dossier_type = ? and dossier_id = ? and step = ? and person_id = ?""")
                .params(dossier.type(), dossier.id(), step, person.value())
                .query((row, n) -> new Draft(
                        row.getString("step"),
                        row.getString("step_name"),
                        text.read(row.getString("answers")),
                        row.getLong("version"),
                        row.getTimestamp("updated_at").toInstant()))
                .optional();
    }

    /** All drafts of this person about one dossier, of open steps and of others. */
    List<Draft> of(DossierKey dossier, PersonId person) {
        return jdbc.sql(
                        """
                        select * from task_draft
                        where dossier_type = ? and dossier_id = ? and person_id = ? order by updated_at""")
                .params(dossier.type(), dossier.id(), person.value())
                .query((row, n) -> new Draft(
                        row.getString("step"),
                        row.getString("step_name"),
                        text.read(row.getString("answers")),
                        row.getLong("version"),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    /** Saves over the version the writer saw (0 for none); a stale one changes nothing and is answered with what is stored. */
    Draft.Saving save(Place place, Map<String, Object> answers, long version) {
        try {
            return anew.execute(status -> saveOver(place, text.write(answers), version));
        } catch (DataIntegrityViolationException otherWasFirst) {
            return find(place.dossier(), place.step(), place.person())
                    .<Draft.Saving>map(Draft.Stale::new)
                    .orElseThrow(() -> otherWasFirst);
        }
    }

    /** Saves whatever is stored: what was typed must not be lost. In a transaction of its own. */
    void keep(Place place, Map<String, Object> answers) {
        anew.executeWithoutResult(status -> {
            var stored = find(place.dossier(), place.step(), place.person())
                    .map(Draft::version)
                    .orElse(0L);
            saveOver(place, text.write(answers), stored);
        });
    }

    void delete(DossierKey dossier, String step, PersonId person) {
        jdbc.sql("delete from task_draft where dossier_type = ? and dossier_id = ? and step = ? and person_id = ?")
                .params(dossier.type(), dossier.id(), step, person.value())
                .update();
    }

    private Draft.Saving saveOver(Place place, String answers, long version) {
        var written = version == 0 ? insert(place, answers) : update(place, answers, version);
        if (written == 1) {
            return new Draft.Saved(version + 1);
        }
        return new Draft.Stale(find(place.dossier(), place.step(), place.person())
                .orElseGet(() -> new Draft(place.step(), place.stepName(), Map.of(), 0, clock.instant())));
    }

    private int insert(Place place, String answers) {
        if (find(place.dossier(), place.step(), place.person()).isPresent()) {
            return 0;
        }
        return jdbc.sql(
                        """
                        insert into task_draft (dossier_type, dossier_id, step, person_id, step_name, answers, version, updated_at)
                        values (?, ?, ?, ?, ?, ?, 1, ?)""")
                .params(place.dossier().type(), place.dossier().id(), place.step())
                .params(place.person().value(), place.stepName(), answers, now())
                .update();
    }

    private int update(Place place, String answers, long version) {
        return jdbc.sql(
                        """
                        update task_draft set answers = ?, version = version + 1, step_name = ?, updated_at = ?
                        where dossier_type = ? and dossier_id = ? and step = ? and person_id = ? and version = ?""")
                .params(answers, place.stepName(), now())
                .params(place.dossier().type(), place.dossier().id(), place.step())
                .params(place.person().value(), version)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }

    /** Whose draft of which step. */
    record Place(DossierKey dossier, String step, String stepName, PersonId person) {}
}
