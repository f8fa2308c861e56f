package vn.lantoa.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.PersonId;

/** What each person was told, by the {@link Announcements}, and has read or not: the page "Thông báo". */
@Component
public class Inbox {

    private final JdbcClient jdbc;
    private final LivePages pages;
    private final Clock clock;

    Inbox(JdbcClient jdbc, LivePages pages, Clock clock) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.clock = clock;
    }

    /** How many a person has not read. */
    public long unread(PersonId person) {
        return jdbc.sql("select count(*) from notice where person_id = ? and read_at is null")
                .param(person.value())
                .query(Long.class)
                .single();
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
        pages.changed(Shown.NOTICES, Audience.people(Set.of(actor.id())));
        return link;
    }

    /** Notes that this person has read everything up to this one: what came since stays unread. */
    public void markAllRead(Actor actor, long upTo) {
        jdbc.sql("update notice set read_at = ? where person_id = ? and read_at is null and id <= ?")
                .params(Timestamp.from(clock.instant()), actor.id().value(), upTo)
                .update();
        pages.changed(Shown.NOTICES, Audience.people(Set.of(actor.id())));
    }

    private static Notice read(ResultSet row, int n) throws SQLException {
        var read = row.getTimestamp("read_at");
        return new Notice(
                row.getLong("id"),
                row.getString("kind"),
                List.of(row.getString("details").split(News.SEPARATOR, -1)),
                row.getString("link"),
                row.getTimestamp("told_at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
