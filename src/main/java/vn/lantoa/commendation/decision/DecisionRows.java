package vn.lantoa.commendation.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitsMerged;

/** The rows of tables {@code award_decision} and {@code award_decision_item}. */
@Component
class DecisionRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Decision> find(DecisionId id) {
        return jdbc.sql("select * from award_decision where id = ?")
                .param(id.value())
                .query(Decision::read)
                .optional();
    }

    /** @throws NotVisible when there is none */
    Decision lock(DecisionId id) {
        return jdbc.sql("select * from award_decision where id = ? for update")
                .param(id.value())
                .query(Decision::read)
                .optional()
                .orElseThrow(() -> new NotVisible("decision " + id));
    }

    List<Decision> of(UnitId unit, long season) {
        return jdbc.sql("select * from award_decision where unit_id = ? and season_id = ? order by id desc")
                .params(unit.value(), season)
                .query(Decision::read)
                .list();
    }

    /** What corrects or annuls a decision, the oldest first. */
    List<Decision> about(DecisionId id) {
        return jdbc.sql("select * from award_decision where about_id = ? and state <> 'DROPPED' order by id")
                .param(id.value())
                .query(Decision::read)
                .list();
    }

    Optional<Decision> byCode(String code) {
        return jdbc.sql("select * from award_decision where code = ? and state = 'RELEASED'")
                .param(code)
                .query(Decision::read)
                .optional();
    }

    List<DecisionItem> items(DecisionId id) {
        return jdbc.sql("select * from award_decision_item where decision_id = ? order by position")
                .param(id.value())
                .query(DecisionItem::read)
                .list();
    }

    /** Those of these nominations that stand on the list of an award not dropped. */
    List<NominationId> taken(Collection<NominationId> nominations) {
        return nominations.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select i.nomination_id from award_decision_item i join award_decision d on d.id = i.decision_id
                                where d.kind = 'AWARD' and d.state <> 'DROPPED' and i.nomination_id in (:ids)""")
                        .param(
                                "ids",
                                nominations.stream().map(NominationId::value).toList())
                        .query((row, n) -> NominationId.of(row.getLong(1)))
                        .list();
    }

    /** The lines of a decision that a released annulment takes back. */
    List<Long> annulled(DecisionId id) {
        return jdbc.sql(
                        """
                        select i.about_item_id from award_decision_item i join award_decision d on d.id = i.decision_id
                        where d.kind = 'ANNULMENT' and d.state = 'RELEASED' and d.about_id = ? and i.struck_reason is null""")
                .param(id.value())
                .query(Long.class)
                .list();
    }

    DecisionId insert(
            UnitId unit,
            long season,
            Decision.Kind kind,
            DecisionId about,
            String title,
            String titleName,
            String reason,
            String code,
            Actor by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into award_decision (unit_id, season_id, kind, about_id, title_code, title_name, state, reason, code,
                        drafted_by, drafted_at) values (?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?)""")
                .params(unit.value(), season, kind.name(), about == null ? null : about.value(), title, titleName)
                .params(reason, code, by.id().value(), now())
                .update(key, "id");
        return DecisionId.of(key.getKeyAs(Number.class).longValue());
    }

    void add(DecisionId id, int position, Nomination nomination, boolean collective) {
        jdbc.sql(
                        """
                        insert into award_decision_item (decision_id, position, nomination_id, collective, unit_id, period_from, period_to)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        position,
                        nomination.id().value(),
                        collective,
                        nomination.proposer().value())
                .params(nomination.from(), nomination.to())
                .update();
    }

    /** A line that is about a line of a released decision; {@code name} as it should have been printed. */
    void addAbout(DecisionId id, int position, DecisionItem about, String name) {
        jdbc.sql(
                        """
                        insert into award_decision_item (decision_id, position, nomination_id, about_item_id, collective, name, post, unit_id,
                        unit_name, period_from, period_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id.value(), position, about.nomination().value(), about.id(), about.collective(), name)
                .params(about.post(), about.unit().value(), about.unitName(), about.from(), about.to())
                .update();
    }

    void strike(long item, String reason, Actor by) {
        jdbc.sql("update award_decision_item set struck_reason = ?, struck_by = ?, struck_at = ? where id = ?")
                .params(reason, by.id().value(), now(), item)
                .update();
    }

    void apart(long item, String reason, Actor by) {
        jdbc.sql("update award_decision_item set apart_reason = ?, apart_by = ?, apart_at = ? where id = ?")
                .params(reason, by.id().value(), now(), item)
                .update();
    }

    void draft(DecisionId id) {
        jdbc.sql("update award_decision set state = 'DRAFT', approved_by = null, approved_at = null where id = ?")
                .param(id.value())
                .update();
    }

    void drop(DecisionId id, String reason) {
        jdbc.sql("update award_decision set state = 'DROPPED', reason = ? where id = ?")
                .params(reason, id.value())
                .update();
    }

    void approve(DecisionId id, Actor by) {
        jdbc.sql("update award_decision set state = 'APPROVED', approved_by = ?, approved_at = ? where id = ?")
                .params(by.id().value(), now(), id.value())
                .update();
    }

    void release(DecisionId id, Actor by, String number, LocalDate dated, Integer baseSalary) {
        jdbc.sql(
                        """
                        update award_decision set state = 'RELEASED', released_by = ?, released_at = ?, number = ?, dated = ?,
                        base_salary = ? where id = ?""")
                .params(by.id().value(), now(), number, dated, baseSalary, id.value())
                .update();
    }

    /** What a line pays as it is approved. */
    void reckoned(DecisionItem item) {
        jdbc.sql("update award_decision_item set amount = ?, full_amount = ?, paid_by = ? where id = ?")
                .params(item.amount(), item.full(), item.paidBy(), item.id())
                .update();
    }

    void freeze(DecisionItem item) {
        reckoned(item);
        jdbc.sql("update award_decision_item set name = ?, post = ?, unit_name = ? where id = ?")
                .params(item.name(), item.post(), item.unitName(), item.id())
                .update();
    }

    /** One unit went on as another: what is not released yet is the other's to decide on. */
    @EventListener
    void on(UnitsMerged merged) {
        jdbc.sql("update award_decision set unit_id = ? where unit_id = ? and state in ('DRAFT', 'APPROVED')")
                .params(merged.into().value(), merged.from().value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
