package vn.lantoa.models;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitId;

/** The models of a unit that are alive today: what a file of the unit may rest on. */
@Component
public class AliveSites {

    private final JdbcClient jdbc;

    AliveSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The unit's own sites in one of {@link SiteState#ALIVE}, by name. */
    public List<ModelSite> of(UnitId unit) {
        return jdbc.sql("select * from model_site where unit_id = :unit and state in (:alive) order by name, id")
                .param("unit", unit.value())
                .param("alive", SiteState.ALIVE.stream().map(Enum::name).toList())
                .query(ModelSite::read)
                .list();
    }
}
