package vn.lantoa.models;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.VietnameseText;

/** The rows of table {@code model_site}. */
@Component
class SiteRows {

    private static final int LONGEST_TWIN_KEY = 520;

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ModelSite> find(SiteId id) {
        return jdbc.sql("select * from model_site where id = ?")
                .param(id.value())
                .query(ModelSite::read)
                .optional();
    }

    List<ModelSite> findAll(Collection<SiteId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from model_site where id in (:ids)")
                        .param("ids", ids.stream().map(SiteId::value).toList())
                        .query(ModelSite::read)
                        .list();
    }

    /** Finds it and holds it until the transaction ends. */
    ModelSite lock(SiteId id) {
        return jdbc.sql("select * from model_site where id = ? for update")
                .param(id.value())
                .query(ModelSite::read)
                .single();
    }

    /** A new row in the state DRAFT; {@code wanted} with name and place filled in. */
    SiteId insert(StartSite wanted, SiteId source, boolean takenOver, PersonId by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into model_site (kind_id, unit_id, name, place, host, state, state_since, groups_count, members_count,
                        groups_qualifier, members_qualifier, reminded, source_site_id, taken_over, twin_key, drafted_by, opened_at)
                        values (?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)""")
                .params(wanted.kind().value(), wanted.unit().value(), wanted.name(), wanted.place(), wanted.host())
                .params(LocalDate.now(clock))
                .params(wanted.groups().amount(), wanted.members().amount())
                .params(
                        wanted.groups().qualifier().name(),
                        wanted.members().qualifier().name())
                .param(source == null ? null : source.value())
                .params(takenOver, twinKey(wanted.name(), wanted.place()), by.value())
                .param(Timestamp.from(clock.instant()))
                .update(key, "id");
        var id = SiteId.of(key.getKeyAs(Number.class).longValue());
        jdbc.sql("update model_site set number = ? where id = ?")
                .params(String.format(Locale.ROOT, "MH-%05d", id.value()), id.value())
                .update();
        return id;
    }

    /** What the draft says of it. */
    void describe(SiteId id, KindId kind, String name, String place, String host) {
        jdbc.sql("update model_site set kind_id = ?, name = ?, place = ?, host = ?, twin_key = ? where id = ?")
                .params(kind.value(), name, place, host, twinKey(name, place), id.value())
                .update();
    }

    void count(SiteId id, Headcount counts) {
        jdbc.sql(
                        "update model_site set groups_count = ?, members_count = ?, groups_qualifier = ?, members_qualifier = ?"
                                + " where id = ?")
                .params(counts.groups().amount(), counts.members().amount())
                .params(
                        counts.groups().qualifier().name(),
                        counts.members().qualifier().name())
                .param(id.value())
                .update();
    }

    void registered(SiteId id, String number, LocalDate on) {
        jdbc.sql("update model_site set registered_number = ?, registered_on = ?, returns = 0 where id = ?")
                .params(number, on, id.value())
                .update();
    }

    void rulesSigned(SiteId id, LocalDate on) {
        jdbc.sql("update model_site set house_rules_on = ? where id = ?")
                .params(on, id.value())
                .update();
    }

    int returns(SiteId id) {
        return jdbc.sql("select returns from model_site where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    void returned(SiteId id) {
        jdbc.sql("update model_site set returns = returns + 1 where id = ?")
                .param(id.value())
                .update();
    }

    /** The next review is due then, and nobody was reminded of it; null for none. */
    void reviewDue(SiteId id, LocalDate due) {
        jdbc.sql(
                        "update model_site set review_due = ?, reminded = 0, review_open = false, given_until = null where id = ?")
                .params(due, id.value())
                .update();
    }

    void overdueSettled(SiteId id, LocalDate givenUntil) {
        jdbc.sql("update model_site set overdue_open = false, given_until = ? where id = ?")
                .params(givenUntil, id.value())
                .update();
    }

    void recognisedBy(SiteId id, Integer level) {
        jdbc.sql("update model_site set recognised_level = ? where id = ?")
                .params(level, id.value())
                .update();
    }

    void because(SiteId id, String reason) {
        jdbc.sql("update model_site set end_reason = ? where id = ?")
                .params(reason, id.value())
                .update();
    }

    /** Sites of the same kind with the same name at the same place, whoever runs them. */
    List<ModelSite> twins(ModelSite site) {
        return jdbc.sql("select * from model_site where kind_id = ? and twin_key = ? and id <> ? order by id")
                .params(
                        site.kind().value(),
                        twinKey(site.name(), site.place()),
                        site.id().value())
                .query(ModelSite::read)
                .list();
    }

    /** The day on which it came to its end; null while it lives. */
    LocalDate endedOn(SiteId id) {
        return jdbc.sql("select ended_on from model_site where id = ?")
                .param(id.value())
                .query((row, n) -> new LocalDate[] {row.getObject(1, LocalDate.class)})
                .single()[0];
    }

    List<SiteId> of(UnitId unit) {
        return jdbc.sql("select id from model_site where unit_id = ? order by id")
                .param(unit.value())
                .query((row, n) -> SiteId.of(row.getLong(1)))
                .list();
    }

    private static String twinKey(String name, String place) {
        var key = VietnameseText.fold(name) + "|" + VietnameseText.fold(place);
        return key.substring(0, Math.min(LONGEST_TWIN_KEY, key.length()));
    }
}
