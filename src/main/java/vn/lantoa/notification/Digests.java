package vn.lantoa.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Accounts;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;

/** One mail a person for all that is new, never more often than set and not in quiet hours; it says what kinds of things, never about whom. */
@Component
class Digests {

    private static final int MOST_IN_A_ROUND = 500;

    private record Waiting(String kind, long count) {}

    private final JdbcClient jdbc;
    private final MailSettings settings;
    private final Outbox outbox;
    private final People people;
    private final Accounts accounts;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration interval;
    private final Duration collecting;
    private final OwnAddress ownAddress;

    Digests(
            JdbcClient jdbc,
            MailSettings settings,
            Outbox outbox,
            People people,
            Accounts accounts,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${lantoa.mail.digest-interval}") Duration interval,
            @Value("${lantoa.mail.collecting}") Duration collecting,
            OwnAddress address) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.outbox = outbox;
        this.people = people;
        this.accounts = accounts;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
        this.interval = interval;
        this.collecting = collecting;
        this.ownAddress = address;
    }

    /** Puts a digest into the outbox for each person who is due. */
    void make() {
        var now = clock.instant();
        var due = jdbc.sql(
                        """
                        select n.person_id from notice n left join mail_setting s on s.person_id = n.person_id
                        where n.mailed = false and (s.person_id is null
                            or (s.last_digest_at is null or s.last_digest_at <= :digested)
                            and (s.quiet_from <= s.quiet_to and (:hour < s.quiet_from or :hour >= s.quiet_to)
                                or s.quiet_from > s.quiet_to and :hour < s.quiet_from and :hour >= s.quiet_to))
                        group by n.person_id having min(n.told_at) <= :told order by n.person_id limit\s"""
                                + MOST_IN_A_ROUND)
                .param("digested", Timestamp.from(now.minus(interval)))
                .param("told", Timestamp.from(now.minus(collecting)))
                .param("hour", now.atZone(VietnamTime.ZONE).getHour())
                .query(Long.class)
                .list();
        due.forEach(person -> transaction.executeWithoutResult(status -> make(PersonId.of(person))));
    }

    /** Two nodes never make one person's digest at once: the row of settings is the lock. */
    private void make(PersonId person) {
        var setting = settings.lock(person);
        if (setting.isEmpty()) {
            return;
        }
        var waiting = jdbc.sql(
                        """
                        select kind, count(*) as waiting, max(id) as latest from notice
                        where person_id = ? and mailed = false and read_at is null group by kind order by min(id)""")
                .param(person.value())
                .query((row, n) -> new Waiting(row.getString("kind"), row.getLong("waiting")))
                .list();
        var latest = jdbc.sql("select max(id) from notice where person_id = ? and mailed = false")
                .param(person.value())
                .query(Long.class)
                .optional();
        if (latest.isEmpty()) {
            return;
        }
        jdbc.sql("update notice set mailed = true where person_id = ? and mailed = false and id <= ?")
                .params(person.value(), latest.get())
                .update();
        if (!waiting.isEmpty() && setting.get().wantsDigest()) {
            put(person, setting.get().address(), latest.get(), waiting);
        }
    }

    private void put(PersonId person, String address, long latest, List<Waiting> waiting) {
        var locale = localeOf(person);
        var total = waiting.stream().mapToLong(Waiting::count).sum();
        var kinds = waiting.stream()
                .map(one -> "- " + text("notice.kind." + one.kind(), locale) + ": " + one.count())
                .collect(Collectors.joining("\n"));
        outbox.put(
                "digest:" + person + ":" + latest,
                person,
                address,
                text("mail.digest.subject", locale, total),
                text("mail.digest.body", locale, kinds, ownAddress.of("/notices"), ownAddress.of("/account/notices")));
        settings.digested(person, clock.instant());
    }

    private Locale localeOf(PersonId person) {
        return people.find(person)
                .flatMap(one -> accounts.find(one.username()))
                .map(account -> Locale.forLanguageTag(account.locale()))
                .orElse(Locale.forLanguageTag("vi"));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
