package vn.lantoa.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.TreeWriter.NewUnit;

/**
 * Branches to practise in (ADR 0039): a root of its own with one unit and three invented people, whose posts reach nothing else, so that
 * the ordinary rights keep practice and work apart. The invented people have a password nobody knows.
 */
@Component
public class Practices {

    /** Nobody needs more new practices a day; each leaves a few rows. */
    private static final int MOST_A_DAY = 5;

    private static final String OPEN =
            "select * from practice where person_id = :person and closed_on is null and ends_on >= :today";

    private final JdbcClient jdbc;
    private final TreeWriter writer;
    private final People people;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int days;

    Practices(
            JdbcClient jdbc,
            TreeWriter writer,
            People people,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${lantoa.practice.days:14}") int days) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.people = people;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        this.days = days;
    }

    /** The practice a person has open. */
    public Optional<Practice> of(PersonId person) {
        return jdbc.sql(OPEN)
                .param("person", person.value())
                .param("today", today())
                .query(Practices::read)
                .optional();
    }

    /** The invented person as whom one acts; empty when one has no such practice open. */
    public Optional<Actor> actor(PersonId person, long practice, PracticeRole role) {
        return of(person)
                .filter(open -> open.id() == practice)
                .flatMap(open -> jdbc.sql("select person_id from practice_role where practice_id = ? and role = ?")
                        .params(open.id(), role.name())
                        .query(Long.class)
                        .optional())
                .flatMap(invented -> people.actor(PersonId.of(invented)));
    }

    /** Begins anew: what was open is closed first. Empty when the person began too many today. */
    @Transactional
    public Optional<Practice> start(Actor actor) {
        var begun = jdbc.sql("select count(*) from practice where person_id = ? and started_on = ?")
                .params(actor.id().value(), today())
                .query(Integer.class)
                .single();
        if (begun >= MOST_A_DAY || isInvented(actor)) {
            return Optional.empty();
        }
        close(actor);
        var practice = grow(actor);
        events.publishEvent(new Practice.Started(
                practice,
                actor(actor.id(), practice.id(), PracticeRole.OFFICER).orElseThrow(),
                actor(actor.id(), practice.id(), PracticeRole.SUPERIOR).orElseThrow()));
        tell("practice.started", actor, practice);
        return Optional.of(practice);
    }

    /** Closes what the person has open, also when its days are over. */
    @Transactional
    public void close(Actor actor) {
        jdbc.sql("select * from practice where person_id = :person and closed_on is null")
                .param("person", actor.id().value())
                .query(Practices::read)
                .list()
                .forEach(practice -> {
                    end(practice);
                    tell("practice.closed", actor, practice);
                });
    }

    /** Closes every practice whose days are over. */
    @Transactional
    public void closeExpired() {
        jdbc.sql("select * from practice where closed_on is null and ends_on < ?")
                .param(today())
                .query(Practices::read)
                .list()
                .forEach(this::end);
    }

    private void end(Practice practice) {
        events.publishEvent(new Practice.Closed(practice));
        jdbc.sql("update practice set closed_on = ? where id = ?")
                .params(today(), practice.id())
                .update();
        for (var unit : List.of(practice.unit(), practice.superior())) {
            jdbc.sql("update post_holding set to_date = ? where unit_id = ?")
                    .params(today().minusDays(1), unit.value())
                    .update();
            jdbc.sql("update unit set valid_to = ?, closed_on = ? where id = ?")
                    .params(today(), today(), unit.value())
                    .update();
            jdbc.sql("update unit_version set valid_to = ? where unit_id = ?")
                    .params(today(), unit.value())
                    .update();
        }
    }

    private boolean isInvented(Actor actor) {
        return jdbc.sql("select count(*) from practice_role where person_id = ?")
                        .param(actor.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Practice grow(Actor actor) {
        // The number never comes again, though practices are purged.
        var number = jdbc.sql("select coalesce(max(id), 0) from practice where person_id = ?")
                        .param(actor.id().value())
                        .query(Long.class)
                        .single()
                + 1;
        var mark = actor.id() + "-" + number;
        var superior = unit("LUYENTAP-" + mark, "Công đoàn xã Luyện Tập", UnitKind.COMMUNE_UNION, null);
        var unit = unit("LUYENTAP-" + mark + "-1", "CĐCS Công ty Luyện Tập", UnitKind.GRASSROOTS_UNION, superior);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into practice (person_id, superior_id, unit_id, started_on, ends_on) values (?, ?, ?, ?, ?)")
                .params(actor.id().value(), superior.value(), unit.value(), today(), today().plusDays(days))
                .update(key, "id");
        var practice = new Practice(
                key.getKeyAs(Number.class).longValue(), actor.id(), superior, unit, today().plusDays(days));
        staff(practice, mark);
        return practice;
    }

    private UnitId unit(String code, String name, UnitKind kind, UnitId parent) {
        var unit = writer.unit(new NewUnit(code, name, kind, parent, today(), null, null));
        jdbc.sql("insert into practice_unit (unit_id) values (?)")
                .param(unit.value())
                .update();
        return unit;
    }

    private void staff(Practice practice, String mark) {
        var hash = accounts.hash(Secrets.oneTimePassword() + Secrets.oneTimePassword());
        var invented = writer.people(List.of(
                new NewPerson("luyentap-" + mark + ".canbo", "Cán bộ luyện tập", practice.unit(), hash, false),
                new NewPerson("luyentap-" + mark + ".lanhdao", "Lãnh đạo luyện tập", practice.unit(), hash, false),
                new NewPerson(
                        "luyentap-" + mark + ".captren", "Cấp trên luyện tập", practice.superior(), hash, false)));
        writer.holdings(List.of(
                holding(invented.get(0), Post.OFFICER, practice.unit()),
                holding(invented.get(1), Post.LEADER, practice.unit()),
                holding(invented.get(1), Post.LEADER, practice.superior()),
                holding(invented.get(2), Post.OFFICER, practice.superior())));
        for (var role : PracticeRole.values()) {
            jdbc.sql("insert into practice_role (practice_id, role, person_id) values (?, ?, ?)")
                    .params(
                            practice.id(),
                            role.name(),
                            invented.get(role.ordinal()).value())
                    .update();
        }
    }

    private Holding holding(PersonId person, Post post, UnitId unit) {
        return new Holding(person, post, unit, post == Post.LEADER ? Capacity.TM : null, null, today(), null);
    }

    private void tell(String action, Actor actor, Practice practice) {
        events.publishEvent(
                new RightsChanged(action, actor, "practice:" + practice.id(), practice.unit(), Map.of(), Map.of()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static Practice read(ResultSet row, int n) throws SQLException {
        return new Practice(
                row.getLong("id"),
                PersonId.of(row.getLong("person_id")),
                UnitId.of(row.getLong("superior_id")),
                UnitId.of(row.getLong("unit_id")),
                row.getObject("ends_on", LocalDate.class));
    }
}
