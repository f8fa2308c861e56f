package vn.lantoa.models;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.lantoa.form.Qualifier;
import vn.lantoa.organization.UnitId;

/** Sites as they stand in any state, written as their rows: for what only reads them. */
public final class ModelSitesOfTests {

    private final ApplicationContext context;

    public ModelSitesOfTests(ApplicationContext context) {
        this.context = context;
    }

    /** One more site, found by its words. */
    public SiteId add(
            KindId kind, UnitId unit, String name, SiteState state, Count groups, Count members, LocalDate due) {
        var today = LocalDate.now(context.getBean(Clock.class));
        var key = new GeneratedKeyHolder();
        var jdbc = context.getBean(JdbcClient.class);
        jdbc.sql(
                        "insert into model_site (kind_id, unit_id, name, place, state, state_since, recognised_level, groups_count, members_count,"
                                + " groups_qualifier, members_qualifier, review_due, reminded, drafted_by, opened_at)"
                                + " values (?, ?, ?, 'xã Tân Hương', ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?)")
                .params(kind.value(), unit.value(), name, state.name(), today, state.alive() ? 3 : null)
                .params(
                        groups.amount(),
                        members.amount(),
                        groups.qualifier().name(),
                        members.qualifier().name())
                .param(due)
                .param(Timestamp.from(context.getBean(Clock.class).instant()))
                .update(key, "id");
        var id = SiteId.of(key.getKeyAs(Number.class).longValue());
        jdbc.sql("update model_site set number = ? where id = ?")
                .params("MH-T" + id, id.value())
                .update();
        jdbc.sql("insert into model_site_state (site_id, state, since, unit_id) values (?, ?, ?, ?)")
                .params(id.value(), state.name(), today, unit.value())
                .update();
        context.getBean(SiteIndex.class).index(id);
        return id;
    }

    /** The same with two groups of forty. */
    public SiteId add(KindId kind, UnitId unit, String name, SiteState state) {
        return add(kind, unit, name, state, Count.exactly(2), Count.exactly(40), null);
    }

    /** "trên 40". */
    public static Count moreThan(int amount) {
        return new Count(amount, Qualifier.MORE_THAN);
    }
}
