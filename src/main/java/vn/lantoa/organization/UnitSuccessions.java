package vn.lantoa.organization;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which units went on as which others when they were merged or dissolved, such as the old provinces. */
@Component
public class UnitSuccessions {

    private final JdbcClient jdbc;
    private final Units units;

    UnitSuccessions(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** The closed units that went on as this one, such as old provinces. */
    public List<Unit> predecessorsOf(UnitId unit) {
        return jdbc.sql(
                        Units.LATEST
                                + "join unit_succession s on s.predecessor_id = u.id where s.successor_id = ? order by u.sort_key, u.id")
                .param(unit.value())
                .query(Units::unit)
                .list();
    }

    /** The units as which a closed unit went on. */
    public List<Unit> successorsOf(UnitId unit) {
        return jdbc.sql(
                        Units.LATEST
                                + "join unit_succession s on s.successor_id = u.id where s.predecessor_id = ? order by u.sort_key, u.id")
                .param(unit.value())
                .query(Units::unit)
                .list();
    }

    /** The unit that answers today for what this one began: itself while it is open, else the one it went on as. */
    public UnitId answering(UnitId unit) {
        var closed = units.find(unit).filter(found -> found.validTo() != null);
        var successors = closed.isPresent() ? successorsOf(unit) : List.<Unit>of();
        return successors.size() == 1 ? answering(successors.get(0).id()) : unit;
    }
}
