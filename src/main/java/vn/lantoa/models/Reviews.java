package vn.lantoa.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.PersonId;

/** The periodic reviews of sites, table {@code model_review}. */
@Component("modelReviews")
public class Reviews {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The reviews of a site, the newest first. */
    public List<Review> of(SiteId site) {
        return jdbc.sql("select * from model_review where site_id = ? order by held_on desc, id desc")
                .param(site.value())
                .query(Reviews::read)
                .list();
    }

    /** The newest review of a site. */
    public Optional<Review> last(SiteId site) {
        return of(site).stream().findFirst();
    }

    Optional<Review> first(SiteId site) {
        return of(site).stream().reduce((one, older) -> older);
    }

    /** Keeps what an officer entered. */
    void add(ModelSite site, SiteAnswers answers, boolean keeps, PersonId by) {
        var counts = answers.counts();
        jdbc.sql(
                        """
                        insert into model_review (site_id, due, held_on, groups_count, members_count, groups_qualifier, members_qualifier,
                        sessions, attended, commitments, failed, result, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        site.id().value(),
                        site.reviewDue(),
                        answers.day("heldOn").orElseThrow())
                .params(counts.groups().amount(), counts.members().amount())
                .params(
                        counts.groups().qualifier().name(),
                        counts.members().qualifier().name())
                .params(answers.number("sessions"), answers.number("attended"), answers.number("commitments"))
                .params(answers.number("failed"), keeps ? "KEEPS" : "NEEDS_REPAIR")
                .params(by.value(), Timestamp.from(clock.instant()))
                .update();
    }

    /** A site needs repair from now on. */
    void openRepair(SiteId site) {
        jdbc.sql("insert into model_repair (site_id, opened_on) values (?, ?)")
                .params(site.value(), LocalDate.now(clock))
                .update();
    }

    void repaired(SiteId site, String actions, LocalDate doneOn) {
        jdbc.sql("update model_repair set actions = ?, done_on = ? where site_id = ? and confirmed_on is null")
                .params(actions, doneOn, site.value())
                .update();
    }

    void confirmRepair(SiteId site) {
        jdbc.sql("update model_repair set confirmed_on = ? where site_id = ? and confirmed_on is null")
                .params(LocalDate.now(clock), site.value())
                .update();
    }

    /** What was done to repair it, not yet confirmed; empty when no repair is open or nothing was said. */
    Optional<String> actions(SiteId site) {
        return jdbc
                .sql("select coalesce(actions, '') from model_repair where site_id = ? and confirmed_on is null"
                        + " order by id desc")
                .param(site.value())
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    boolean needsRepair(SiteId site) {
        return actions(site).isPresent();
    }

    private static Review read(ResultSet row, int n) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getObject("due", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                new Count(row.getInt("groups_count"), Qualifier.valueOf(row.getString("groups_qualifier"))),
                new Count(row.getInt("members_count"), Qualifier.valueOf(row.getString("members_qualifier"))),
                row.getInt("sessions"),
                row.getInt("attended"),
                row.getInt("commitments"),
                row.getInt("failed"),
                row.getString("result").equals("KEEPS"));
    }
}
