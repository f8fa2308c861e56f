package vn.lantoa.models.adoption;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.models.KindId;
import vn.lantoa.models.SiteId;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** Reads and writes {@code model_adoption}, one at a time; {@link AdoptionBatch} writes many. */
@Component
class AdoptionRows {

    static final String ADOPTIONS =
            "select a.*, k.name as kind_name from model_adoption a join model_kind k on k.id = a.kind_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AdoptionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    AdoptionId insert(KindId kind, SiteId source, UnitId unit, AdoptionState state, LocalDate due, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into model_adoption (kind_id, open_kind_id, source_site_id, unit_id, started_by, opened_at, state,"
                                + " due) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(kind.value(), kind.value(), source == null ? null : source.value(), unit.value(), by.value())
                .params(Timestamp.from(clock.instant()), state.name(), due)
                .update(key, "id");
        return AdoptionId.of(key.getKeyAs(Number.class).longValue());
    }

    Optional<Adoption> find(AdoptionId id) {
        return jdbc.sql(ADOPTIONS + "where a.id = ?")
                .param(id.value())
                .query(Adoption::read)
                .optional();
    }

    List<Adoption> findAll(Collection<AdoptionId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ADOPTIONS + "where a.id in (:ids)")
                        .param("ids", ids.stream().map(AdoptionId::value).toList())
                        .query(Adoption::read)
                        .list();
    }

    /** Finds it and holds it until the transaction ends. */
    Adoption lock(AdoptionId id) {
        jdbc.sql("select id from model_adoption where id = ? for update")
                .param(id.value())
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    /** The open adoption of a kind by a unit: one at most. */
    Optional<Adoption> open(UnitId unit, KindId kind) {
        return jdbc.sql(ADOPTIONS + "where a.unit_id = ? and a.open_kind_id = ?")
                .params(unit.value(), kind.value())
                .query(Adoption::read)
                .optional();
    }

    /** The adoption whose founded site waits for its first review. */
    Optional<AdoptionId> awaiting(SiteId site) {
        return jdbc.sql("select id from model_adoption where site_id = ? and state = 'FIRST_REVIEW'")
                .param(site.value())
                .query(Long.class)
                .optional()
                .map(AdoptionId::of);
    }

    void moveTo(AdoptionId id, AdoptionState state, LocalDate due) {
        jdbc.sql("update model_adoption set state = ?, due = ? where id = ?")
                .params(state.name(), due, id.value())
                .update();
    }

    void planned(AdoptionId id, AdoptionPlan plan) {
        jdbc.sql(
                        """
                        update model_adoption set purpose = ?, rules = ?, conditions = ?, costs = ?, site_name = ?, place = ?, host = ?,
                        groups_count = ?, members_count = ?, planned_on = ? where id = ?""")
                .params(plan.purpose(), plan.rules(), plan.conditions(), plan.costs())
                .params(plan.name(), plan.place(), plan.host(), plan.groups(), plan.members(), plan.plannedOn())
                .param(id.value())
                .update();
    }

    void setUp(AdoptionId id, AdoptionPlan as, PersonId by) {
        jdbc.sql(
                        """
                        update model_adoption set site_name = ?, place = ?, host = ?, groups_count = ?, members_count = ?,
                        founded_on = ?, founding_number = ?, set_up_by = ? where id = ?""")
                .params(as.name(), as.place(), as.host(), as.groups(), as.members())
                .params(as.foundedOn(), as.foundingNumber(), by.value(), id.value())
                .update();
    }

    void founded(AdoptionId id, SiteId site) {
        jdbc.sql("update model_adoption set site_id = ?, state = 'FIRST_REVIEW', due = null where id = ?")
                .params(site.value(), id.value())
                .update();
    }

    /** Why it will end; kept until it has. */
    void because(AdoptionId id, GiveUpReason code, String reason) {
        jdbc.sql("update model_adoption set reason_code = ?, reason = ? where id = ?")
                .params(code == null ? null : code.name(), reason, id.value())
                .update();
    }

    void ended(AdoptionId id, AdoptionState state) {
        jdbc.sql("update model_adoption set state = ?, open_kind_id = null, due = null, ended_on = ? where id = ?")
                .params(state.name(), LocalDate.now(clock), id.value())
                .update();
    }

    void joined(AdoptionId id, AdoptionId into) {
        jdbc.sql("update model_adoption set joined_into_id = ? where id = ?")
                .params(into.value(), id.value())
                .update();
    }
}
