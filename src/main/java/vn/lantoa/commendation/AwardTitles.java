package vn.lantoa.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Award titles, their quotas and the base salary, each as the dated rows say on a day. */
@Component
public class AwardTitles {

    private static final String IN_FORCE = " valid_from <= :on and (valid_to is null or valid_to >= :on)";

    /** A unit's own title is decided by its own level and proposed from below it. */
    private static final String ALL = "select * from (select code, name, form, award_kind, decider_level, outside_body,"
            + " last_level, proposer_top, proposer_bottom, individuals, collectives, ratio_individual, ratio_collective,"
            + " state_award, registration, parts, valid_from, valid_to, legal_basis, verification, cast(null as bigint) as owner_id"
            + " from award_title union all select o.code, o.name, o.form, o.award_kind, u.level, null, u.level, u.level, 4,"
            + " o.individuals, o.collectives, o.ratio_individual, o.ratio_collective, false, false,"
            + " 'TO_TRINH, DANH_SACH, BAO_CAO, BIEN_BAN', o.valid_from, o.valid_to, o.legal_basis, o.verification, o.unit_id"
            + " from award_title_own o join unit u on u.id = o.unit_id) t where";

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    AwardTitles(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** The title as it stands on a day; empty when there is none of this code then. */
    public Optional<AwardTitle> find(String code, LocalDate on) {
        return jdbc
                .sql(ALL + IN_FORCE + " and code = :code order by owner_id")
                .param("on", on)
                .param("code", code)
                .query(AwardTitles::read)
                .list()
                .stream()
                .findFirst();
    }

    /** The newest row of a title, in force or not: a title that ended goes on for those already proposed for it. */
    public Optional<AwardTitle> lastKnown(String code) {
        return jdbc
                .sql(ALL + " code = :code order by valid_from desc")
                .param("code", code)
                .query(AwardTitles::read)
                .list()
                .stream()
                .findFirst();
    }

    /** The names of several titles, of today or the last ones where they ended; the code itself where there never was one. */
    public Map<String, String> namesOf(Collection<String> codes) {
        var names = new HashMap<String, String>();
        codes.forEach(code -> names.put(code, code));
        if (!names.isEmpty()) {
            jdbc.sql(ALL + " valid_from <= :on and code in (:codes) order by valid_from")
                    .param("on", LocalDate.now(clock))
                    .param("codes", names.keySet())
                    .query(row -> {
                        names.put(row.getString("code"), row.getString("name"));
                    });
        }
        return names;
    }

    /** Every title in force on a day, those of all branches too. */
    public List<AwardTitle> inForce(LocalDate on) {
        return jdbc.sql(ALL + IN_FORCE + " order by decider_level desc, code")
                .param("on", on)
                .query(AwardTitles::read)
                .list();
    }

    /** The titles this unit may propose on a day: of the installation, and the own ones of the units above it and of itself. */
    public List<AwardTitle> proposableBy(Unit unit, LocalDate on) {
        var above = units.pathTo(unit.id()).stream().map(Unit::id).toList();
        return inForce(on).stream()
                .filter(title -> title.proposableFrom(unit.level()))
                .filter(title -> title.owner() == null || above.contains(title.owner()))
                .toList();
    }

    /** How many of a title this unit may put forward in a year: by a row of its own, else by its level's; empty when there is no quota. */
    public Optional<AwardQuota> quota(String code, UnitId proposer, LocalDate on) {
        return units.find(proposer).flatMap(unit -> quota("award_quota_unit", "unit_code", unit.code(), code, on)
                .or(() -> quota("award_quota", "level_no", unit.level(), code, on)));
    }

    /** Names of tables and columns come from above only. */
    private Optional<AwardQuota> quota(String table, String column, Object whose, String code, LocalDate on) {
        return jdbc.sql("select places, legal_basis from " + table + " where code = :code and " + column
                        + " = :whose and" + IN_FORCE)
                .param("code", code)
                .param("whose", whose)
                .param("on", on)
                .query((row, n) ->
                        new AwardQuota(row.getInt("places"), column.equals("unit_code"), row.getString("legal_basis")))
                .optional();
    }

    /**
     * The base salary in VND a month.
     *
     * @throws IllegalStateException when no row holds on this day
     */
    public int baseSalary(LocalDate on) {
        return knownBaseSalary(on).orElseThrow(() -> new IllegalStateException("no base salary on " + on));
    }

    /** The same, empty when no row holds on this day. */
    public Optional<Integer> knownBaseSalary(LocalDate on) {
        return jdbc.sql("select amount from award_base_salary where" + IN_FORCE)
                .param("on", on)
                .query(Integer.class)
                .optional();
    }

    private static AwardTitle read(ResultSet row, int n) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        return new AwardTitle(
                row.getString("code"),
                row.getString("name"),
                AwardForm.valueOf(row.getString("form")),
                row.getInt("decider_level"),
                row.getString("outside_body"),
                owner == null ? null : UnitId.of(owner),
                row.getBoolean("individuals"),
                row.getBoolean("collectives"),
                AwardKind.valueOf(row.getString("award_kind")),
                row.getObject("ratio_individual", Integer.class),
                row.getObject("ratio_collective", Integer.class),
                row.getString("legal_basis"),
                row.getString("verification"),
                row.getInt("last_level"),
                row.getInt("proposer_top"),
                row.getInt("proposer_bottom"),
                row.getBoolean("state_award"),
                row.getBoolean("registration"),
                row.getString("parts"));
    }
}
