package vn.lantoa.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.PersonalDataErased;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.VietnameseText;

/**
 * Erases what tells who a nominee is (Luật 91/2025/QH15, Điều 14): name, year of birth, post, report, earlier awards, attachments, notes,
 * drafts and answers. Counts stay (sex, direct worker, members of a collective), and so do consents, votes and what a released decision says.
 */
@Component
public class NomineeErasure {

    /** What is deleted whole; each names the nomination. */
    private static final List<String> WHOLE = List.of("nomination_report", "nominee_award", "nomination_attestation");

    private static final String REQUEST = "request";

    private final JdbcClient jdbc;
    private final NominationRows rows;
    private final Processes processes;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NomineeErasure(
            JdbcClient jdbc,
            NominationRows rows,
            Processes processes,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.processes = processes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Erases once and for all; a second time changes nothing. A nomination that still runs is withdrawn first: nobody can decide on somebody
     * unknown.
     *
     * <p>Who asked for it is named on the roll of honour no longer, though the released decision keeps the name.
     *
     * @param actor null when the house does it because the time of keeping is over
     * @param why {@code request} or {@code retention}; stays in the audit trail
     * @return whether there was anything to erase
     */
    @Transactional
    public boolean erase(Actor actor, NominationId id, String why) {
        var nomination = rows.lock(id);
        var erased = jdbc.sql("update nomination set achievement = null, warn_reason = null, erased_at = ?"
                        + (why.equals(REQUEST) ? ", public_name = false" : "") + " where id = ? and erased_at is null")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
        if (erased == 0) {
            return false;
        }
        if (!nomination.state().ended()) {
            processes.tell(Words.WITHDRAWN, id.dossier(), Map.of());
        }
        jdbc.sql(
                        "update nominee set name = null, folded = null, birth_year = null, post = null where nomination_id = ?")
                .param(id.value())
                .update();
        for (var table : WHOLE) {
            jdbc.sql("delete from " + table + " where nomination_id = ?")
                    .param(id.value())
                    .update();
        }
        events.publishEvent(new PersonalDataErased(id.dossier()));
        audit.eraseAll(id.dossier().toString(), actor);
        audit.record(
                "nomination.erased",
                actor,
                id.dossier().toString(),
                nomination.proposer(),
                Map.of("why", why),
                Map.of());
        return true;
    }

    /**
     * Puts right what was wrong about a nominee; null keeps what stands. What a decision has released is put right by a decision of
     * correction, not here.
     */
    @Transactional
    public void correct(NominationId id, String name, Integer birthYear, String post) {
        if (name != null) {
            jdbc.sql("update nominee set name = ?, folded = ? where nomination_id = ?")
                    .params(name, VietnameseText.fold(name), id.value())
                    .update();
        }
        if (birthYear != null) {
            jdbc.sql("update nominee set birth_year = ? where nomination_id = ?")
                    .params(birthYear, id.value())
                    .update();
        }
        if (post != null) {
            jdbc.sql("update nominee set post = ? where nomination_id = ?")
                    .params(post, id.value())
                    .update();
        }
    }
}
