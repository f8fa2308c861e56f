package vn.lantoa.commendation.slate;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.Review;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitsMerged;

/** The rows of tables {@code award_posting} and {@code award_posting_item}. */
@Component
class PostingRows {

    /** One nomination on a posting; {@code ended} once it went on or was stopped. */
    record Item(NominationId nomination, LocalDate objectionOn, String objectionNumber, boolean ended) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PostingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Posting> find(long id) {
        return jdbc.sql("select * from award_posting where id = ?")
                .param(id)
                .query(Posting::read)
                .optional();
    }

    Optional<Posting> lock(long id) {
        return jdbc.sql("select * from award_posting where id = ? for update")
                .param(id)
                .query(Posting::read)
                .optional();
    }

    List<Posting> of(UnitId unit, long season) {
        return jdbc.sql("select * from award_posting where unit_id = ? and season_id = ? order by id desc")
                .params(unit.value(), season)
                .query(Posting::read)
                .list();
    }

    /** Those whose last day is past. */
    List<Long> due(LocalDate today) {
        return jdbc.sql("select id from award_posting where closed_at is null and last_day < ? order by id")
                .param(today)
                .query(Long.class)
                .list();
    }

    List<Item> items(long posting) {
        return jdbc.sql("select * from award_posting_item where posting_id = ? order by nomination_id")
                .param(posting)
                .query((row, n) -> new Item(
                        NominationId.of(row.getLong("nomination_id")),
                        row.getObject("objection_on", LocalDate.class),
                        row.getString("objection_number"),
                        row.getTimestamp("ended_at") != null))
                .list();
    }

    /** Those of these passages that hang out or hung out already. */
    Set<Long> posted(Collection<Long> reviews) {
        return reviews.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select review_id from award_posting_item where review_id in (:reviews)")
                        .param("reviews", reviews)
                        .query(Long.class)
                        .list());
    }

    long insert(UnitId unit, long season, int days, String basis, LocalDate on, LocalDate last, Actor by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into award_posting (unit_id, season_id, working_days, legal_basis, opened_by, opened_at, posted_on, last_day)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(unit.value(), season, days, basis, by.id().value(), now(), on, last)
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void add(long posting, Review review) {
        jdbc.sql("insert into award_posting_item (posting_id, nomination_id, review_id) values (?, ?, ?)")
                .params(posting, review.nomination().value(), review.id())
                .update();
    }

    void object(long posting, NominationId nomination, LocalDate on, String number) {
        jdbc.sql(
                        """
                        update award_posting_item set objection_on = ?, objection_number = ?, objection_at = ?, ended_at = ?
                        where posting_id = ? and nomination_id = ?""")
                .params(on, number, now(), now(), posting, nomination.value())
                .update();
    }

    void ended(long posting, NominationId nomination) {
        jdbc.sql("update award_posting_item set ended_at = ? where posting_id = ? and nomination_id = ?")
                .params(now(), posting, nomination.value())
                .update();
    }

    void close(long posting) {
        jdbc.sql("update award_posting set closed_at = ? where id = ?")
                .params(now(), posting)
                .update();
    }

    /** One unit went on as another: what hangs out is the other's to answer for. */
    @EventListener
    void on(UnitsMerged merged) {
        jdbc.sql("update award_posting set unit_id = ? where unit_id = ? and closed_at is null")
                .params(merged.into().value(), merged.from().value())
                .update();
        jdbc.sql("update award_proposal set unit_id = ? where unit_id = ?")
                .params(merged.into().value(), merged.from().value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
