package vn.lantoa.models;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Page;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** The sites of a branch as lists, the newest first. */
@Component
public class SiteLists {

    private final JdbcClient jdbc;
    private final Access access;

    SiteLists(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * A page of the sites of a unit and of everything below it.
     *
     * @param state null for all
     * @param after the place the last page named, null at the start
     * @throws vn.lantoa.organization.NotVisible when the person may not see this branch
     */
    public Page<ModelSite> of(Actor actor, UnitId unit, SiteState state, String after, int limit) {
        access.require(actor, Right.SEE_MODEL, Right.SEE_MODEL, unit);
        var last = after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
        var found = jdbc.sql("select m.* from model_site m join unit_closure c on c.descendant_id = m.unit_id"
                        + " and c.ancestor_id = :unit where m.id < :last"
                        + (state == null ? "" : " and m.state = :state") + " order by m.id desc limit " + (limit + 1))
                .param("unit", unit.value())
                .param("last", last)
                .params(state == null ? Map.of() : Map.of("state", state.name()))
                .query(ModelSite::read)
                .list();
        return Page.cut(found, limit, site -> site.id().toString());
    }
}
