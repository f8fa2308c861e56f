package vn.lantoa.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.organization.PersonId;

/** Tells people things: rows written in the act's transaction, which each finds in the {@link Inbox}; open pages hear of it after the commit. */
@Component
public class Announcements {

    private static final int LONGEST_DETAILS = 2000;

    /** Who was told it before, by the key, is left out; whose mail is not wanted is taken as mailed. */
    private static final String WRITE =
            """
            insert into notice (person_id, kind, details, dossier_type, dossier_id, link, dedupe, told_at, mailed)
            select w.person_id, w.kind, w.details, cast(:dossier_type as varchar(31)), cast(:dossier_id as varchar(40)),
                w.link, w.dedupe, cast(:told_at as timestamp(3) with time zone),
                not exists (select 1 from mail_setting s where s.person_id = w.person_id and s.address is not null and s.digest)
            from (%s) w where not exists (select 1 from notice n where n.person_id = w.person_id and n.dedupe = w.dedupe)""";

    private static final String WRITE_ONE = WRITE.formatted(
            """
            select cast(:person as bigint) as person_id, cast(:kind as varchar(60)) as kind,
                cast(:details as varchar(2000)) as details, cast(:link as varchar(300)) as link,
                cast(:key as varchar(200)) as dedupe""");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final LivePages pages;
    private final Clock clock;

    Announcements(JdbcClient jdbc, NamedParameterJdbcTemplate batches, LivePages pages, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.pages = pages;
        this.clock = clock;
    }

    /** Tells these people, each once. */
    public void tell(News news, Collection<PersonId> people) {
        var toldBefore = Told.inThisTransaction();
        var told = new HashSet<PersonId>();
        for (var person : Set.copyOf(people)) {
            var about = person + "/" + news.dossier();
            if (!(news.yields() && toldBefore.contains(about)) && write(news, person)) {
                told.add(person);
                toldBefore.add(about);
            }
        }
        if (!told.isEmpty()) {
            pages.changed(Shown.NOTICES, Audience.people(told));
        }
    }

    /** Tells each of many people something of their own, in one batch; who was told it before is left out. */
    public void tellEach(Map<PersonId, News> news) {
        if (news.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                WRITE_ONE,
                news.entrySet().stream()
                        .map(one -> new MapSqlParameterSource(params(one.getValue(), one.getKey())))
                        .toArray(SqlParameterSource[]::new));
        var told = Set.copyOf(news.keySet());
        pages.changed(Shown.NOTICES, Audience.people(told));
    }

    /**
     * Tells whomever a query names, by one statement however many they are: for waves over thousands (ARCHITECTURE 16).
     *
     * @param select gives {@code person_id}, {@code kind}, {@code details} (joined by {@link News#SEPARATOR}), {@code link} and
     *     {@code dedupe}, one row a person; parameters named {@code told_at} and {@code dossier_...} are ours
     * @return how many were told
     */
    public int tellAll(String select, Map<String, ?> params) {
        var told = jdbc.sql(WRITE.formatted(select))
                .params(params)
                .params(about(null))
                .update();
        if (told > 0) {
            pages.changed(Shown.NOTICES, Audience.everyone());
        }
        return told;
    }

    /**
     * What a notice asked for is done: it counts as read for everybody, and no digest speaks of it.
     *
     * @param key the beginning of the keys of such notices
     */
    public void settle(DossierKey dossier, String key) {
        var where = " from notice where dossier_type = ? and dossier_id = ? and dedupe like ? and read_at is null";
        var people = jdbc
                .sql("select distinct person_id" + where)
                .params(dossier.type(), dossier.id(), key + "%")
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::of)
                .collect(Collectors.toUnmodifiableSet());
        if (!people.isEmpty()) {
            jdbc.sql("update notice set read_at = ? where id in (select id" + where + ")")
                    .params(Timestamp.from(clock.instant()), dossier.type(), dossier.id(), key + "%")
                    .update();
            pages.changed(Shown.NOTICES, Audience.people(people));
        }
    }

    private boolean write(News news, PersonId person) {
        return jdbc.sql(WRITE_ONE).params(params(news, person)).update() > 0;
    }

    private Map<String, Object> params(News news, PersonId person) {
        var params = about(news.dossier());
        params.put("person", person.value());
        params.put("kind", news.kind());
        params.put("details", details(news));
        params.put("link", news.link());
        params.put("key", news.key());
        return params;
    }

    private Map<String, Object> about(DossierKey dossier) {
        var params = new HashMap<String, Object>();
        params.put("dossier_type", dossier == null ? null : dossier.type());
        params.put("dossier_id", dossier == null ? null : dossier.id());
        params.put("told_at", Timestamp.from(clock.instant()));
        return params;
    }

    private static String details(News news) {
        var text = news.details().stream()
                .map(detail -> detail.replace(News.SEPARATOR, " "))
                .collect(Collectors.joining(News.SEPARATOR));
        return text.length() > LONGEST_DETAILS ? text.substring(0, LONGEST_DETAILS) : text;
    }

    /** Who was told about which dossier in one transaction. */
    private static class Told implements TransactionSynchronization {

        private final Set<String> about = new HashSet<>();

        static Set<String> inThisTransaction() {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                return new HashSet<>();
            }
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(Told.class::isInstance)
                    .map(Told.class::cast)
                    .findFirst()
                    .orElseGet(Told::registered)
                    .about;
        }

        private static Told registered() {
            var told = new Told();
            TransactionSynchronizationManager.registerSynchronization(told);
            return told;
        }
    }
}
