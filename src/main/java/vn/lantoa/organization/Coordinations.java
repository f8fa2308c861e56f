package vn.lantoa.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;

/** "Phối hợp theo địa bàn": lets a province see the counts of another branch's unit on its territory; they are never added to its own. */
@Component
public class Coordinations {

    private final JdbcClient jdbc;
    private final Units units;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Coordinations(JdbcClient jdbc, Units units, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a coordination. It is the unit's branch that shows its counts, so the right over the unit is asked for.
     *
     * @throws NotVisible when the person may not see the unit, {@link NotAllowed} when not manage it
     */
    @Transactional
    public Change begin(Actor by, UnitId unit, String provinceCode, LocalDate from) {
        access.require(by, Right.SEE_UNIT, Right.MANAGE_UNITS, unit);
        var province = units.findByCode(provinceCode == null ? "" : provinceCode.strip());
        var refused = Checks.first(
                () -> Checks.when(
                        province.isEmpty()
                                || province.get().kind() != UnitKind.PROVINCIAL_FEDERATION
                                || province.get().validTo() != null,
                        Reason.PARENT_UNKNOWN,
                        "province"),
                () -> Checks.past(from, LocalDate.now(clock), "from"),
                () -> Checks.when(units.isWithin(province.get().id(), unit), Reason.IN_TWO_BRANCHES, "province"),
                () -> Checks.when(coordinatorsOf(unit, from).contains(province.get()), Reason.ALREADY_SO, "province"));
        if (refused.isPresent()) {
            return refused.get();
        }
        jdbc.sql("insert into territorial_coordination (province_id, unit_id, from_date) values (?, ?, ?)")
                .params(province.get().id().value(), unit.value(), from)
                .update();
        tell("unit.coordination-begun", by, unit, province.get().id());
        return new Done(unit.value());
    }

    /** Ends the coordination with a province yesterday, so that it sees nothing any more today. */
    @Transactional
    public Change end(Actor by, UnitId unit, UnitId province) {
        access.require(by, Right.SEE_UNIT, Right.MANAGE_UNITS, unit);
        jdbc.sql(
                        "update territorial_coordination set to_date = ? where province_id = ? and unit_id = ? and to_date is null")
                .params(LocalDate.now(clock).minusDays(1), province.value(), unit.value())
                .update();
        tell("unit.coordination-ended", by, unit, province);
        return new Done(unit.value());
    }

    /** Units of sectors and corporations whose counts this province sees ("phối hợp theo địa bàn") and never adds. */
    public List<Unit> coordinatedBy(UnitId province, LocalDate on) {
        return coordination("c.unit_id = u.id where c.province_id = :of", province, on);
    }

    /** The provinces that see this unit's counts by territorial coordination. */
    public List<Unit> coordinatorsOf(UnitId unit, LocalDate on) {
        return coordination("c.province_id = u.id where c.unit_id = :of", unit, on);
    }

    private List<Unit> coordination(String join, UnitId of, LocalDate on) {
        return jdbc.sql(
                        Units.LATEST + "join territorial_coordination c on " + join
                                + " and c.from_date <= :on and (c.to_date is null or c.to_date >= :on) order by u.sort_key, u.id")
                .param("of", of.value())
                .param("on", on)
                .query(Units::unit)
                .list();
    }

    private void tell(String action, Actor by, UnitId unit, UnitId province) {
        events.publishEvent(
                new RightsChanged(action, by, "unit:" + unit, unit, Map.of("province", province.toString()), Map.of()));
    }
}
