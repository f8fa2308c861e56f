package vn.lantoa.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitSuccessions;

/**
 * Consents that nominees took back (Luật 91/2025/QH15 Điều 4, 9). From that act on the name is off the roll of honour, and no level and no decision
 * goes on with the nomination (E18) until the nominee agrees anew; the consent itself stays as proof that it was given.
 */
@Component
public class Consents {

    private static final String LAST =
            " from nominee_consent c where c.id = (select max(l.id) from nominee_consent l where l.nomination_id = c.nomination_id)";

    private final JdbcClient jdbc;
    private final NominationRows rows;
    private final Nominations nominations;
    private final CommendationStory story;
    private final UnitSuccessions successions;
    private final Access access;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            NominationRows rows,
            Nominations nominations,
            CommendationStory story,
            UnitSuccessions successions,
            Access access,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.nominations = nominations;
        this.story = story;
        this.successions = successions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Records at the proposing unit that the nominee took the consent back; whether the data is to be erased, too, is a request of its own.
     *
     * @param on the day on which the nominee said so: not before the consent, not after today
     * @throws vn.lantoa.organization.NotVisible or vn.lantoa.organization.NotAllowed when the actor may not
     */
    @Transactional
    public CommendationOutcome withdraw(Actor actor, NominationId id, LocalDate on) {
        var seen = nominations.see(actor, id);
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, successions.answering(seen.proposer()));
        var nomination = rows.lock(id);
        var given = standing(id);
        if (given.isEmpty()) {
            return CommendationOutcome.Conflict.of("nomination.conflict.no-consent");
        }
        if (on == null || on.isAfter(LocalDate.now(clock)) || on.isBefore(given.get())) {
            return CommendationOutcome.Refused.at(
                    "withdrawnOn", "nomination.refused.withdrawn-on", CommendationWords.day(given.get()));
        }
        withdraw(id, on);
        story.nomination(
                nomination,
                "consent-withdrawn",
                nomination.proposer(),
                actor,
                Right.PROPOSE_AWARD,
                null,
                CommendationWords.day(on));
        return new CommendationOutcome.Done(id.value());
    }

    /** Writes down that it was taken back, whoever answers for it; a second time changes nothing. */
    @Transactional
    public void withdraw(NominationId id, LocalDate on) {
        jdbc.sql("update nominee_consent set withdrawn_on = ? where nomination_id = ? and withdrawn_on is null")
                .params(on, id.value())
                .update();
        jdbc.sql("update nomination set public_name = false where id = ?")
                .param(id.value())
                .update();
    }

    /** The day on which the last consent was taken back; empty while it stands, and where there never was one. */
    public Optional<LocalDate> withdrawnOn(NominationId id) {
        return jdbc.sql("select c.withdrawn_on" + LAST + " and c.withdrawn_on is not null and c.nomination_id = ?")
                .param(id.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Those of these nominations whose nominee took the consent back and has not given it anew. */
    public List<NominationId> withdrawn(Collection<NominationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select c.nomination_id" + LAST
                                        + " and c.withdrawn_on is not null and c.nomination_id in (:ids) order by c.nomination_id")
                        .param("ids", ids.stream().map(NominationId::value).toList())
                        .query((row, n) -> NominationId.of(row.getLong(1)))
                        .list();
    }

    /** When the consent that stands was given. */
    Optional<LocalDate> standing(NominationId id) {
        return jdbc.sql("select c.given_on" + LAST + " and c.withdrawn_on is null and c.nomination_id = ?")
                .param(id.value())
                .query(LocalDate.class)
                .optional();
    }
}
