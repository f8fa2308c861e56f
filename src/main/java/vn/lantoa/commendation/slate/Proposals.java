package vn.lantoa.commendation.slate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.commendation.AwardPaper;
import vn.lantoa.commendation.LevelLock;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** "Tờ trình": the paper with which a level puts its list forward. It holds which nominations, never their names. */
@Component
public class Proposals {

    static final String DOSSIER = "award-proposal";
    static final int REVISION = 1;

    private final JdbcClient jdbc;
    private final AwardPaper paper;
    private final LevelLock level;
    private final OutgoingDocuments documents;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Proposals(
            JdbcClient jdbc,
            AwardPaper paper,
            LevelLock level,
            OutgoingDocuments documents,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.paper = paper;
        this.level = level;
        this.documents = documents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One proposal.
     *
     * @param number "12/TTr-LĐLĐ", null while it waits for one
     */
    public record Proposal(long id, UnitId unit, long season, String title, Instant madeAt, String number) {

        DossierKey dossier() {
            return new DossierKey(DOSSIER, Long.toString(id));
        }
    }

    /** How many put forward by the unit stand in no proposal yet: signed, or before the leader. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return unproposed(unit, season).size();
    }

    /** The unit's proposals of a season, the newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> of(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return jdbc.sql("select * from award_proposal where unit_id = ? and season_id = ? order by id desc")
                .params(unit.value(), season)
                .query(this::read)
                .list();
    }

    /**
     * Makes a proposal of all that stand in none, which from then on waits for a number.
     *
     * @return empty when there is nothing to propose
     */
    @Transactional
    public Optional<Long> make(Actor actor, UnitId unit, long season) {
        access.require(actor, Right.SEE_NOMINATION, Right.REVIEW_NOMINATION, unit);
        if (season == Postings.NO_SEASON) {
            return Optional.empty();
        }
        level.hold(unit, season);
        var found = unproposed(unit, season);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var year = jdbc.sql("select season_year from award_season where id = ?")
                .param(season)
                .query(Integer.class)
                .single();
        var title = paper.word("proposal.title", String.valueOf(year));
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into award_proposal (unit_id, season_id, title, made_by, made_at) values (?, ?, ?, ?, ?)")
                .params(unit.value(), season, title, actor.id().value(), Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = key.getKeyAs(Number.class).longValue();
        found.forEach((nomination, review) -> jdbc.sql(
                        "insert into award_proposal_item (proposal_id, nomination_id, review_id) values (?, ?, ?)")
                .params(id, nomination.value(), review)
                .update());
        var dossier = new DossierKey(DOSSIER, Long.toString(id));
        documents.expect(dossier, REVISION, unit, "TTr", title, false);
        audit.record("award-proposal.made", actor, dossier.toString(), unit, Map.of("lines", found.size()), Map.of());
        return Optional.of(id);
    }

    Optional<Proposal> find(long id) {
        return jdbc.sql("select * from award_proposal where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Holds it until the transaction ends. */
    void lock(long id) {
        jdbc.sql("select id from award_proposal where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** @throws NotVisible when there is none, or not for this person */
    Proposal see(Actor actor, long id) {
        var proposal = find(id).orElseThrow(() -> new NotVisible("proposal " + id));
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, proposal.unit());
        return proposal;
    }

    List<NominationId> nominations(long id) {
        return jdbc.sql("select nomination_id from award_proposal_item where proposal_id = ? order by nomination_id")
                .param(id)
                .query((row, n) -> NominationId.of(row.getLong(1)))
                .list();
    }

    private Map<NominationId, Long> unproposed(UnitId unit, long season) {
        return jdbc
                .sql(
                        """
                        select r.nomination_id, max(r.id) as review from nomination_review r join nomination n on n.id = r.nomination_id
                        where r.unit_id = ? and r.season_id = ?
                         and (r.state = 'FORWARDED' or r.state = 'OPEN' and n.state = 'SIGNING')
                         and n.state not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'NOT_THIS_TIME', 'DISCARDED')
                         and not exists (select 1 from award_proposal_item i where i.review_id = r.id)
                        group by r.nomination_id order by r.nomination_id""")
                .params(unit.value(), season)
                .query((row, n) -> Map.entry(NominationId.of(row.getLong(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Proposal read(ResultSet row, int n) throws SQLException {
        var id = row.getLong("id");
        return new Proposal(
                id,
                UnitId.of(row.getLong("unit_id")),
                row.getLong("season_id"),
                row.getString("title"),
                row.getTimestamp("made_at").toInstant(),
                documents
                        .of(new DossierKey(DOSSIER, Long.toString(id)), REVISION)
                        .map(OutgoingDocument::inWords)
                        .orElse(null));
    }
}
