package vn.lantoa.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The slips an administrator of the branch prints and hands out: who gets one, and what stands on it. */
@Component
public class Slips {

    /** More at once would be a pile nobody hands out in fourteen days. */
    public static final int MOST = 500;

    /**
     * Somebody to whom a slip can be given.
     *
     * @param active whether a password was ever set
     * @param printed until when the last slip is good, null without a good one
     */
    public record Candidate(Actor person, UnitId home, boolean active, Instant printed) {}

    /**
     * A slip; its code is shown this once.
     *
     * @param replaces whether a slip printed before has just become useless
     */
    public record Slip(Actor person, UnitId home, String code, Instant expiresAt, boolean replaces) {}

    private record Row(PersonId person, UnitId home, boolean active) {}

    private final JdbcClient jdbc;
    private final People people;
    private final Accounts accounts;
    private final Activations activations;
    private final Access access;
    private final Clock clock;

    Slips(JdbcClient jdbc, People people, Accounts accounts, Activations activations, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.accounts = accounts;
        this.activations = activations;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Those whose account the unit keeps, without who is blocked or holds a post outside the administrator's branch.
     *
     * @param below also those of all units below, but only who never had a password
     * @throws NotVisible or {@link NotAllowed} without {@link Right#MANAGE_PEOPLE} in the unit
     */
    public List<Candidate> candidates(Actor by, UnitId unit, boolean below) {
        access.require(by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, unit);
        return rows(unit, below).stream()
                .filter(row -> master(by, row.person()))
                .map(row -> new Candidate(
                        people.actor(row.person()).orElseThrow(), row.home(), row.active(), printed(row.person())))
                .toList();
    }

    /** Makes new codes for the chosen ones among the {@link #candidates}; others are passed over. */
    @Transactional
    public List<Slip> print(Actor by, UnitId unit, boolean below, Collection<PersonId> chosen) {
        var slips = new ArrayList<Slip>();
        for (var one : candidates(by, unit, below)) {
            if (chosen.contains(one.person().id())) {
                var code = activations.make(by, one.person().id());
                slips.add(new Slip(one.person(), one.home(), code.text(), code.expiresAt(), code.replaced()));
            }
        }
        return slips;
    }

    private List<Row> rows(UnitId unit, boolean below) {
        var whose = below
                ? " join unit_closure c on c.descendant_id = p.home_unit_id where c.ancestor_id = :unit and a.password_hash = :none"
                : " where p.home_unit_id = :unit";
        return jdbc.sql(
                        "select p.id, p.home_unit_id, a.password_hash from person p join account a on a.person_id = p.id"
                                + " join unit u on u.id = p.home_unit_id" + whose
                                + " and a.blocked = false order by u.level, u.sort_key, u.id, p.sort_key, p.id limit "
                                + MOST)
                .param("unit", unit.value())
                .param("none", Accounts.NO_PASSWORD)
                .query((row, n) -> new Row(
                        PersonId.of(row.getLong("id")),
                        UnitId.of(row.getLong("home_unit_id")),
                        !row.getString("password_hash").equals(Accounts.NO_PASSWORD)))
                .list();
    }

    private boolean master(Actor by, PersonId person) {
        try {
            accounts.requireMastery(by, person);
            return true;
        } catch (NotAllowed | NotVisible outside) {
            return false;
        }
    }

    private Instant printed(PersonId person) {
        return jdbc.sql("select max(expires_at) from activation_code where person_id = ? and used_at is null"
                        + " and replaced_at is null and expires_at > ?")
                .params(person.value(), Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
