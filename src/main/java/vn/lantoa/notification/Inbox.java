package vn.lantoa.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.PersonId;

/** What each person was told: rows written in the act's transaction, shown on the page "Thông báo", told to open pages after the commit. */
@Component
public class Inbox {

    static final String EVENT = "notices";

    /** Stands between the details of a notice. */
    public static final String SEPARATOR = "\u001f";

    private static final int LONGEST_DETAILS = 2000;
    private static final String WRITE =
            """
            insert into notice (person_id, kind, details, dossier_type, dossier_id, link, dedupe, told_at, mailed)
            select cast(:person as bigint), cast(:kind as varchar(60)), cast(:details as varchar(2000)),
                cast(:type as varchar(31)), cast(:id as varchar(40)), cast(:link as varchar(300)),
                cast(:key as varchar(200)), cast(:at as timestamp(3) with time zone),
                not exists (select 1 from mail_setting s where s.person_id = :person and s.address is not null and s.digest)
            where not exists (select 1 from notice n where n.person_id = :person and n.dedupe = :key)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final LivePages pages;
    private final Clock clock;

    Inbox(JdbcClient jdbc, NamedParameterJdbcTemplate batches, LivePages pages, Clock clock) {
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
            pages.changed(EVENT, actor -> told.contains(actor.id()));
        }
    }

    /** Tells each of many people something of their own, in one batch; who was told it before is left out. */
    public void tellEach(Map<PersonId, News> news) {
        if (news.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                WRITE,
                news.entrySet().stream()
                        .map(one -> new MapSqlParameterSource(params(one.getValue(), one.getKey())))
                        .toArray(SqlParameterSource[]::new));
        var told = Set.copyOf(news.keySet());
        pages.changed(EVENT, actor -> told.contains(actor.id()));
    }

    /** Those of these people who have an unread notice of this kind: what it says in general need not be said again. */
    public Set<PersonId> haveUnread(String kind, Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        "select distinct person_id from notice where kind = :kind and read_at is null and person_id in (:people)")
                .param("kind", kind)
                .param("people", people.stream().map(PersonId::value).toList())
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Tells whomever a query names, by one statement however many they are: for waves over thousands (ARCHITECTURE 16).
     *
     * @param select gives {@code person_id}, {@code kind}, {@code details} (joined by {@link #SEPARATOR}), {@code link} and
     *     {@code dedupe}, one row a person; parameters named {@code told_at} are ours
     * @return how many were told
     */
    public int tellAll(String select, Map<String, ?> params) {
        var told = jdbc.sql(
                        """
                        insert into notice (person_id, kind, details, dossier_type, dossier_id, link, dedupe, told_at, mailed)
                        select w.person_id, w.kind, w.details, null, null, w.link, w.dedupe,
                            cast(:told_at as timestamp(3) with time zone),
                            not exists (select 1 from mail_setting s where s.person_id = w.person_id and s.address is not null and s.digest)
                        from ("""
                                + select
                                + ") w where not exists (select 1 from notice n where n.person_id = w.person_id and n.dedupe = w.dedupe)")
                .params(params)
                .param("told_at", Timestamp.from(clock.instant()))
                .update();
        if (told > 0) {
            pages.changed(EVENT, actor -> true);
        }
        return told;
    }

    /** How many a person has not read. */
    public long unread(PersonId person) {
        return jdbc.sql("select count(*) from notice where person_id = ? and read_at is null")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    /**
     * A page of what this person was told, the latest first.
     *
     * @param after the place the last page named, null at the start
     */
    public Page<Notice> of(Actor actor, Long after, int size) {
        var found = jdbc.sql("select * from notice where person_id = ? and id < ? order by id desc limit " + (size + 1))
                .params(actor.id().value(), after == null ? Long.MAX_VALUE : after)
                .query(Inbox::read)
                .list();
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                List.copyOf(shown),
                found.size() > size ? Long.toString(shown.get(size - 1).id()) : null);
    }

    /**
     * Notes that this person has read it.
     *
     * @return where it leads
     * @throws NotVisible when it is somebody else's
     */
    public String markRead(Actor actor, long id) {
        var link = jdbc.sql("select link from notice where id = ? and person_id = ?")
                .params(id, actor.id().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotVisible("notice " + id));
        jdbc.sql("update notice set read_at = ? where id = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        pages.changed(EVENT, other -> other.id().equals(actor.id()));
        return link;
    }

    /** Notes that this person has read everything up to this one: what came since stays unread. */
    public void markAllRead(Actor actor, long upTo) {
        jdbc.sql("update notice set read_at = ? where person_id = ? and read_at is null and id <= ?")
                .params(Timestamp.from(clock.instant()), actor.id().value(), upTo)
                .update();
        pages.changed(EVENT, other -> other.id().equals(actor.id()));
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
            pages.changed(EVENT, actor -> people.contains(actor.id()));
        }
    }

    private boolean write(News news, PersonId person) {
        return jdbc.sql(WRITE).params(params(news, person)).update() > 0;
    }

    private Map<String, Object> params(News news, PersonId person) {
        var params = new HashMap<String, Object>();
        params.put("person", person.value());
        params.put("kind", news.kind());
        params.put("details", details(news));
        params.put("type", news.dossier() == null ? null : news.dossier().type());
        params.put("id", news.dossier() == null ? null : news.dossier().id());
        params.put("link", news.link());
        params.put("key", news.key());
        params.put("at", Timestamp.from(clock.instant()));
        return params;
    }

    private static String details(News news) {
        var text = news.details().stream()
                .map(detail -> detail.replace(SEPARATOR, " "))
                .collect(Collectors.joining(SEPARATOR));
        return text.length() > LONGEST_DETAILS ? text.substring(0, LONGEST_DETAILS) : text;
    }

    private static Notice read(ResultSet row, int n) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Notice(
                row.getLong("id"),
                row.getString("kind"),
                List.of(row.getString("details").split(SEPARATOR, -1)),
                row.getString("link"),
                row.getTimestamp("told_at").toInstant(),
                read == null ? null : read.toInstant());
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
