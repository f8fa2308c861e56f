package vn.lantoa.notification;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Secrets;

/** Where and when a person wants mail: an address counts only when its owner has typed in the code that was sent there. */
@Component
class MailSettings {

    /**
     * One person's wishes.
     *
     * @param address confirmed, null when none
     * @param pending waits for its code, null when none does
     * @param quietFrom full hour from which no digest is sent until {@code quietTo}; equal for none
     */
    record Setting(String address, String pending, boolean digest, int quietFrom, int quietTo) {

        boolean wantsDigest() {
            return digest && address != null;
        }
    }

    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final int MOST_TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;
    private final OwnAddress ownAddress;
    private final int quietFrom;
    private final int quietTo;

    MailSettings(
            JdbcClient jdbc,
            Outbox outbox,
            AuditTrail audit,
            MessageSource messages,
            Clock clock,
            OwnAddress address,
            @Value("${lantoa.mail.quiet-from}") int quietFrom,
            @Value("${lantoa.mail.quiet-to}") int quietTo) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
        this.ownAddress = address;
        this.quietFrom = quietFrom;
        this.quietTo = quietTo;
    }

    Setting of(PersonId person) {
        return jdbc.sql("select * from mail_setting where person_id = ?")
                .param(person.value())
                .query(MailSettings::read)
                .optional()
                .orElse(new Setting(null, null, true, quietFrom, quietTo));
    }

    /** Holds the row until the transaction ends; empty when there is none or another node holds it. */
    Optional<Setting> lock(PersonId person) {
        return jdbc.sql("select * from mail_setting where person_id = ? for update skip locked")
                .param(person.value())
                .query(MailSettings::read)
                .optional();
    }

    void digested(PersonId person, Instant at) {
        jdbc.sql("update mail_setting set last_digest_at = ? where person_id = ?")
                .params(Timestamp.from(at), person.value())
                .update();
    }

    /**
     * Sends a code to an address, which counts once the code is typed in; the confirmed one before it goes on counting.
     *
     * @return the mail, empty when the text is no address
     */
    @Transactional
    public Optional<Long> ask(Actor by, String typed, Locale locale) {
        var address = MailText.address(typed);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var code = String.format("%08d", RANDOM.nextInt(100_000_000));
        var until = clock.instant().plus(CODE_LIFE);
        ensure(by.id());
        jdbc.sql(
                        "update mail_setting set pending = ?, code_hash = ?, code_until = ?, code_tries = 0 where person_id = ?")
                .params(
                        address.get(),
                        Secrets.fingerprint(by.id() + ":" + code),
                        Timestamp.from(until),
                        by.id().value())
                .update();
        return outbox.put(
                "confirm:" + by.id() + ":" + Secrets.random().substring(0, 16),
                by.id(),
                address.get(),
                messages.getMessage("mail.confirm.subject", null, locale),
                messages.getMessage(
                        "mail.confirm.body", new Object[] {code, ownAddress.of("/account/notices")}, locale));
    }

    /** Whether the code was right: then the address counts. After five wrong ones a new code is needed. */
    @Transactional
    public boolean confirm(Actor by, String code) {
        jdbc.sql("update mail_setting set code_tries = code_tries + 1 where person_id = ?")
                .param(by.id().value())
                .update();
        var confirmed = jdbc.sql(
                                """
                        update mail_setting set address = pending, pending = null, code_hash = null
                        where person_id = ? and pending is not null and code_hash = ? and code_until > ? and code_tries <= ?""")
                        .params(by.id().value(), Secrets.fingerprint(by.id() + ":" + code.replaceAll("\\D", "")))
                        .params(Timestamp.from(clock.instant()), MOST_TRIES)
                        .update()
                > 0;
        if (confirmed) {
            audit.record("mail.confirmed", by, "person:" + by.id(), null, Map.of(), Map.of());
        }
        return confirmed;
    }

    /** Forgets the address: no mail goes out any more. */
    @Transactional
    public void forget(Actor by) {
        jdbc.sql("update mail_setting set address = null, pending = null, code_hash = null where person_id = ?")
                .param(by.id().value())
                .update();
        audit.record("mail.forgotten", by, "person:" + by.id(), null, Map.of(), Map.of());
    }

    /** Whether a digest is wanted, and the hours without one; hours out of a day are taken as the nearest. */
    @Transactional
    public void choose(Actor by, boolean digest, int from, int to) {
        ensure(by.id());
        jdbc.sql("update mail_setting set digest = ?, quiet_from = ?, quiet_to = ? where person_id = ?")
                .params(
                        digest,
                        Math.max(0, Math.min(23, from)),
                        Math.max(0, Math.min(23, to)),
                        by.id().value())
                .update();
    }

    private void ensure(PersonId person) {
        jdbc.sql(
                        """
                        insert into mail_setting (person_id, code_tries, digest, quiet_from, quiet_to)
                        select cast(? as bigint), 0, true, cast(? as int), cast(? as int)
                        where not exists (select 1 from mail_setting where person_id = ?)""")
                .params(person.value(), quietFrom, quietTo, person.value())
                .update();
    }

    private static Setting read(ResultSet row, int n) throws SQLException {
        return new Setting(
                row.getString("address"),
                row.getString("pending"),
                row.getBoolean("digest"),
                row.getInt("quiet_from"),
                row.getInt("quiet_to"));
    }
}
