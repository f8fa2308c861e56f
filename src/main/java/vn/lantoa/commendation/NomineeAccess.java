package vn.lantoa.commendation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Right;

/** Who read or took away what is known about which nominee (NĐ 356/2025/NĐ-CP): every page and export that shows names says so here. */
@Component
public class NomineeAccess {

    /** One reading; {@code purpose} is the word of message {@code nomination.purpose.<purpose>}. */
    public record Reading(NominationId nomination, PersonId by, String purpose, java.time.Instant at) {}

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    NomineeAccess(JdbcTemplate batches, JdbcClient jdbc, Access access, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Writes down that a person reads these nominees' data.
     *
     * @param purpose one word, at most 60 characters: {@code dossier}, {@code slate}, {@code export} …
     */
    @Transactional
    public void log(Actor actor, Collection<NominationId> nominations, String purpose) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                "insert into nominee_access (nomination_id, person_id, purpose, happened_at) values (?, ?, ?, ?)",
                nominations.stream()
                        .distinct()
                        .map(one -> new Object[] {one.value(), actor.id().value(), purpose, now})
                        .toList());
    }

    /** The newest readings of one nominee's data, for the leader of the proposing unit. */
    public List<Reading> of(Actor actor, Nomination nomination, int limit) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINEE_LOG, nomination.proposer());
        return jdbc.sql("select * from nominee_access where nomination_id = ? order by id desc limit " + limit)
                .param(nomination.id().value())
                .query((row, n) -> new Reading(
                        NominationId.of(row.getLong("nomination_id")),
                        PersonId.of(row.getLong("person_id")),
                        row.getString("purpose"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }
}
