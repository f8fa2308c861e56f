package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.TreeWriter.NewPerson;

/** Who may sign in, and with which password. The first one is set with a code from a slip, a forgotten one likewise, never by mail. */
@Component
public class Accounts {

    /**
     * What sign-in knows about a person.
     *
     * @param active whether a password was ever set
     * @param locale {@code vi} or {@code en}
     * @param version how many passwords there were before this one
     */
    public record Account(
            PersonId person,
            String username,
            boolean active,
            boolean mustChange,
            boolean blocked,
            String locale,
            long version) {}

    /**
     * A person to whom an account is given.
     *
     * @param username null or blank for the one that {@link Usernames} proposes
     */
    public record Opening(String username, String name, String email, String phone, UnitId home) {}

    /** Every session and token of the person has just lost its right. Published within the transaction. */
    public record CredentialsRevoked(PersonId person) {}

    /** Kept instead of a hash while no password was set: nothing that is typed matches it. */
    public static final String NO_PASSWORD = "-";

    private final JdbcClient jdbc;
    private final TreeWriter writer;
    private final Units units;
    private final People people;
    private final Access access;
    private final PasswordEncoder encoder;
    private final Passwords passwords;
    private final Usernames usernames;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    Accounts(
            JdbcClient jdbc,
            TreeWriter writer,
            Units units,
            People people,
            Access access,
            PasswordEncoder encoder,
            Passwords passwords,
            Usernames usernames,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.units = units;
        this.people = people;
        this.access = access;
        this.encoder = encoder;
        this.passwords = passwords;
        this.usernames = usernames;
        this.events = events;
        this.nobodysHash = encoder.encode(Secrets.random());
    }

    /** The hash to keep of a password, e.g. for {@link TreeWriter}. */
    public String hash(String password) {
        return encoder.encode(PasswordRules.normal(password));
    }

    public Optional<Account> find(String username) {
        return jdbc.sql(
                        "select p.id, p.username, a.password_hash, a.must_change, a.blocked, a.locale, a.password_version from person p join account a on a.person_id = p.id"
                                + " where p.username = ?")
                .param(username.toLowerCase(Locale.ROOT))
                .query((row, n) -> new Account(
                        PersonId.of(row.getLong("id")),
                        row.getString("username"),
                        !row.getString("password_hash").equals(NO_PASSWORD),
                        row.getBoolean("must_change"),
                        row.getBoolean("blocked"),
                        row.getString("locale"),
                        row.getLong("password_version")))
                .optional();
    }

    /**
     * The account when name and password belong together and it is not blocked. Hashes exactly once, whether the name is known, unknown,
     * blocked or without a password. A hash made with other settings than today's is made anew.
     */
    public Optional<Account> verify(String username, String password) {
        if (password.length() > PasswordRules.LONGEST) {
            return Optional.empty();
        }
        var account = find(username);
        var hash = jdbc.sql("select a.password_hash from account a where a.person_id = ?")
                .param(account.map(one -> one.person().value()).orElse(-1L))
                .query(String.class)
                .optional()
                .filter(one -> !one.equals(NO_PASSWORD));
        var right = encoder.matches(PasswordRules.normal(password), hash.orElse(nobodysHash)) && hash.isPresent();
        var known = account.filter(one -> right && !one.blocked());
        known.filter(one -> encoder.upgradeEncoding(hash.orElseThrow())).ifPresent(one -> jdbc.sql(
                        "update account set password_hash = ? where person_id = ? and password_hash = ?")
                .params(hash(password), one.person().value(), hash.orElseThrow())
                .update());
        return known;
    }

    /**
     * Opens an account without a password: {@link Activations} prints the code that sets the first one.
     *
     * @throws NotVisible or {@link NotAllowed} when the home unit is not in the person's branch
     */
    @Transactional
    public Change open(Actor by, Opening opening) {
        access.require(by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, opening.home());
        var username = usernameFor(opening);
        var refused = Checks.first(
                () -> Checks.name(opening.name()),
                () -> when(!username.matches("[a-z0-9][a-z0-9.-]{2,79}"), Reason.USERNAME_MALFORMED, "username"),
                () -> Checks.email(Checks.orNull(opening.email())),
                () -> Checks.phone(Checks.orNull(opening.phone())),
                () -> when(closed(opening.home()), Reason.UNIT_CLOSED, "username"),
                () -> when(find(username).isPresent(), Reason.USERNAME_TAKEN, "username"));
        if (refused.isPresent()) {
            return refused.get();
        }
        var name = VietnameseText.clean(opening.name());
        var person = writer.people(java.util.List.of(new NewPerson(username, name, opening.home(), NO_PASSWORD, false)))
                .get(0);
        jdbc.sql("update person set email = ?, phone = ? where id = ?")
                .params(Checks.orNull(opening.email()), Checks.orNull(opening.phone()), person.value())
                .update();
        tell("account.opened", by, person, opening.home());
        return new Done(person.value());
    }

    /** Shuts a person out, or lets the person in again. The last administrator cannot be shut out. Refusals as {@link #requireMastery}. */
    @Transactional
    public Change block(Actor by, PersonId person, boolean blocked) {
        var known = requireMastery(by, person);
        if (blocked && by.id().equals(person)) {
            return new Change.Refused(Reason.LAST_ADMINISTRATOR, "person");
        }
        jdbc.sql("update account set blocked = ? where person_id = ?")
                .params(blocked, person.value())
                .update();
        if (blocked) {
            passwords.revokeEverything(person);
        }
        tell(blocked ? "account.blocked" : "account.unblocked", by, person, known.homeUnit());
        return new Done(person.value());
    }

    /** Changes one's own password; all sessions and tokens end. */
    @Transactional
    public Change changePassword(Actor by, String current, String fresh, String repeated) {
        var refused = Checks.first(
                () -> when(
                        verify(by.username(), current == null ? "" : current).isEmpty(),
                        Reason.PASSWORD_WRONG,
                        "current"),
                () -> passwords.check(by.username(), fresh, repeated),
                () -> when(fresh.equals(current), Reason.ALREADY_SO, "password"));
        if (refused.isPresent()) {
            return refused.get();
        }
        passwords.set(by.id(), fresh);
        tell("account.password-changed", by, by.id(), null);
        return new Done(by.id().value());
    }

    /** Chooses the language of one's own pages; any other than {@code en} means Vietnamese. */
    @Transactional
    public void chooseLocale(Actor by, String locale) {
        jdbc.sql("update account set locale = ? where person_id = ?")
                .params("en".equals(locale) ? "en" : "vi", by.id().value())
                .update();
    }

    /**
     * Passes for who may decide about this account.
     *
     * @throws NotVisible or {@link NotAllowed} unless the home unit and every unit in which the person holds a post are in the branch of
     *     {@code by}: otherwise a branch could make itself master of a post above it
     */
    public Person requireMastery(Actor by, PersonId person) {
        var known = people.find(person).orElseThrow(() -> new NotVisible("person " + person));
        access.require(by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, known.homeUnit());
        for (var held : people.actor(person).orElseThrow().holdings()) {
            if (held.post() == Post.ADMINISTRATOR) {
                access.require(by, Right.OPERATE);
            }
            if (!access.may(by, Right.MANAGE_PEOPLE, held.unit())) {
                throw new NotAllowed("holds a post outside the branch");
            }
        }
        return known;
    }

    private boolean closed(UnitId unit) {
        return units.find(unit)
                        .orElseThrow(() -> new NotVisible("unit " + unit))
                        .validTo()
                != null;
    }

    private String usernameFor(Opening opening) {
        if (opening.username() != null && !opening.username().isBlank()) {
            return opening.username().strip().toLowerCase(Locale.ROOT);
        }
        var code = units.find(opening.home()).map(Unit::code).orElse("");
        return usernames.propose(opening.name() == null ? "" : opening.name(), code);
    }

    private void tell(String action, Actor by, PersonId person, UnitId unit) {
        events.publishEvent(new RightsChanged(action, by, "person:" + person, unit, Map.of(), Map.of()));
    }
}
