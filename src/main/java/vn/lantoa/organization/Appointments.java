package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;

/** Who begins and who ends a post. One person may hold several. */
@Component
public class Appointments {

    /**
     * An appointment.
     *
     * @param capacity null when the post does not sign
     * @param responsibility null when the holder answers for everything
     * @param to the last day, null while it lasts
     */
    public record Appointment(
            String username,
            Post post,
            UnitId unit,
            Capacity capacity,
            String responsibility,
            LocalDate from,
            LocalDate to) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final People people;
    private final Posts posts;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appointments(
            JdbcClient jdbc,
            Units units,
            People people,
            Posts posts,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.people = people;
        this.posts = posts;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Appoints a person, also from a coming day on.
     *
     * @throws NotVisible or {@link NotAllowed} when the unit is not in the appointer's branch, or the post is the installation's
     *     administrator and the appointer is none
     */
    @Transactional
    public Change appoint(Actor by, Appointment appointment) {
        access.require(by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, appointment.unit());
        requireAdministratorFor(by, appointment.post());
        var person = people.findByUsername(
                        appointment.username() == null
                                ? ""
                                : appointment.username().strip())
                .filter(one -> access.may(by, Right.SEE_UNIT, one.homeUnit()));
        var refused = Checks.first(
                () -> when(person.isEmpty(), Reason.PERSON_UNKNOWN, "username"),
                () -> when(appointment.post() == null, Reason.POST_MISSING, "post"),
                () -> when(closed(appointment.unit()), Reason.UNIT_CLOSED, "post"),
                () -> when(appointment.from() == null, Reason.DATE_MISSING, "from"),
                () -> when(tooFar(appointment.from()), Reason.DATES_OUT_OF_ORDER, "from"),
                () -> when(
                        appointment.to() != null && appointment.to().isBefore(appointment.from()),
                        Reason.DATES_OUT_OF_ORDER,
                        "to"),
                () -> when(length(appointment.responsibility()) > 400, Reason.TEXT_TOO_LONG, "responsibility"),
                () -> overlap(person.get(), appointment));
        if (refused.isPresent()) {
            return refused.get();
        }
        jdbc.sql("insert into post_holding (person_id, post, unit_id, capacity, responsibility, from_date, to_date)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        person.get().id().value(),
                        appointment.post().code(),
                        appointment.unit().value(),
                        appointment.capacity() == null
                                ? null
                                : appointment.capacity().name(),
                        Checks.orNull(appointment.responsibility()),
                        appointment.from(),
                        appointment.to())
                .update();
        tell("person.appointed", by, person.get().id(), appointment.unit(), appointment.post(), appointment.from());
        return new Done(person.get().id().value());
    }

    /**
     * Ends a post after a last day; the day before its first undoes an appointment.
     *
     * @throws NotVisible when there is no such holding in this unit
     */
    @Transactional
    public Change end(Actor by, UnitId unit, long holding, LocalDate lastDay) {
        access.require(by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, unit);
        var held = jdbc.sql(
                        "select person_id, post, from_date from post_holding where id = ? and unit_id = ? for update")
                .params(holding, unit.value())
                .query((row, n) -> new Holding(
                        PersonId.of(row.getLong("person_id")),
                        Post.ofCode(row.getString("post")).orElseThrow(),
                        unit,
                        null,
                        null,
                        row.getObject("from_date", LocalDate.class),
                        null))
                .optional()
                .orElseThrow(() -> new NotVisible("holding " + holding));
        requireAdministratorFor(by, held.post());
        var refused = Checks.first(
                () -> when(lastDay == null, Reason.DATE_MISSING, "lastDay"),
                () -> when(tooFar(lastDay), Reason.DATES_OUT_OF_ORDER, "lastDay"),
                () -> when(lastDay.isBefore(held.from().minusDays(1)), Reason.DATES_OUT_OF_ORDER, "lastDay"),
                () -> when(
                        held.post() == Post.ADMINISTRATOR && lastAdministrator(holding),
                        Reason.LAST_ADMINISTRATOR,
                        "lastDay"));
        if (refused.isPresent()) {
            return refused.get();
        }
        jdbc.sql("update post_holding set to_date = ? where id = ?")
                .params(lastDay, holding)
                .update();
        tell("person.dismissed", by, held.person(), unit, held.post(), lastDay);
        return new Done(held.person().value());
    }

    private void requireAdministratorFor(Actor by, Post post) {
        if (post == Post.ADMINISTRATOR) {
            access.require(by, Right.OPERATE);
        }
    }

    private boolean closed(UnitId unit) {
        return units.find(unit)
                        .orElseThrow(() -> new NotVisible("unit " + unit))
                        .validTo()
                != null;
    }

    private Optional<Refused> overlap(Person person, Appointment wanted) {
        var overlaps = posts.holdingsOf(person.id()).stream()
                .filter(held -> held.post() == wanted.post() && held.unit().equals(wanted.unit()))
                .anyMatch(held -> (held.to() == null || !held.to().isBefore(wanted.from()))
                        && (wanted.to() == null || !wanted.to().isBefore(held.from())));
        return when(overlaps, Reason.ALREADY_HOLDS, "post");
    }

    private boolean lastAdministrator(long holding) {
        return jdbc.sql(
                                "select count(*) from post_holding where post = ? and id <> ? and from_date <= ? and to_date is null")
                        .params(Post.ADMINISTRATOR.code(), holding, LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static boolean tooFar(LocalDate date) {
        return date.getYear() < 1900 || date.getYear() > 2200;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private void tell(String action, Actor by, PersonId person, UnitId unit, Post post, LocalDate on) {
        events.publishEvent(new RightsChanged(
                action,
                by,
                "person:" + person,
                unit,
                Map.of("post", post.code(), "unit", unit.toString(), "on", on.toString()),
                Map.of()));
    }
}
