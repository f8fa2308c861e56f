package vn.lantoa.notification;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.organization.PersonId;

/** Mail that waits, with its Message-ID fixed on the day it was put here: sent at least once, known as one. */
@Component
class Outbox {

    /** Waiting times after the first, second … try. The first is also how long a crashed try blocks the row. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    /** So long a server may be away. */
    private static final Duration GIVEN_UP = Duration.ofDays(3);

    private static final int LONGEST_FAILURE = 500;

    /** A mail as administrators see it. */
    record Entry(
            long id,
            PersonId person,
            String address,
            String subject,
            String state,
            int attempts,
            Instant next,
            Instant queued,
            String failure) {}

    /** A mail taken out to be sent now. */
    record Taken(long id, MailTransport.Letter letter, boolean lastTry) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String host;

    Outbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, OwnAddress address) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.host = Optional.ofNullable(URI.create(address.of("/")).getHost()).orElse("lantoa");
    }

    /**
     * Puts a mail in, in the transaction of what it tells.
     *
     * @param key the same for the same mail: a second one is not put in
     * @return the row, empty when it was there already
     */
    Optional<Long> put(String key, PersonId person, String address, String subject, String body) {
        var known = jdbc.sql("select id from mail where business_key = ?")
                .param(key)
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            return Optional.empty();
        }
        var checked = MailText.address(address).orElseThrow(() -> new IllegalArgumentException("not an address"));
        // Rounded up by the database it would not be due until the next round.
        var now = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into mail (business_key, person_id, address, subject, body, message_id, state, attempts, next_at, queued_at)
                        values (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)""")
                .params(key, person.value(), checked, MailText.subject(subject), body)
                .params("<" + UUID.randomUUID() + "@" + host + ">", now, now)
                .update(id, "id");
        return Optional.of(id.getKeyAs(Number.class).longValue());
    }

    /** Takes the next due mail, past those that another node holds just now; until its next time nobody else takes it. */
    Optional<Taken> take() {
        return transaction.execute(status -> jdbc.sql(
                        """
                        select * from mail where state = 'WAITING' and next_at <= ? order by next_at, id
                        limit 1 for update skip locked""")
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> taken(row))
                .optional()
                .map(this::counted));
    }

    /** Takes this one, due or not; empty when it is not waiting or held by another node. */
    Optional<Taken> take(long id) {
        return transaction.execute(
                status -> jdbc.sql("select * from mail where state = 'WAITING' and id = ? for update skip locked")
                        .param(id)
                        .query((row, n) -> taken(row))
                        .optional()
                        .map(this::counted));
    }

    void sent(Taken mail) {
        jdbc.sql("update mail set state = 'SENT', sent_at = ?, failure = null where id = ?")
                .params(Timestamp.from(clock.instant()), mail.id())
                .update();
    }

    void refused(Taken mail, String reason) {
        end(mail, "REFUSED", reason);
    }

    /** Stays until its next time, or is given up. */
    void failed(Taken mail, String reason) {
        end(mail, mail.lastTry() ? "FAILED" : "WAITING", reason);
    }

    long waiting() {
        return jdbc.sql("select count(*) from mail where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    /** What an administrator should look at, the latest first. */
    List<Entry> troubled(int limit) {
        return jdbc.sql("select * from mail where failure is not null and state <> 'SENT' order by id desc limit "
                        + limit)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        PersonId.of(row.getLong("person_id")),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getTimestamp("next_at").toInstant(),
                        row.getTimestamp("queued_at").toInstant(),
                        row.getString("failure")))
                .list();
    }

    private Taken taken(ResultSet row) throws SQLException {
        var waited = Duration.between(row.getTimestamp("queued_at").toInstant(), clock.instant());
        return new Taken(
                row.getLong("id"),
                new MailTransport.Letter(
                        row.getString("message_id"),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body")),
                waited.compareTo(GIVEN_UP) > 0);
    }

    private Taken counted(Taken mail) {
        var tries = jdbc.sql("select attempts from mail where id = ?")
                .param(mail.id())
                .query(Integer.class)
                .single();
        var next = clock.instant().plus(DELAYS.get(Math.min(tries, DELAYS.size() - 1)));
        jdbc.sql("update mail set attempts = ?, next_at = ? where id = ?")
                .params(tries + 1, Timestamp.from(next), mail.id())
                .update();
        return mail;
    }

    private void end(Taken mail, String state, String reason) {
        jdbc.sql("update mail set state = ?, failure = ? where id = ?")
                .params(
                        state,
                        reason.length() > LONGEST_FAILURE ? reason.substring(0, LONGEST_FAILURE) : reason,
                        mail.id())
                .update();
    }
}
