package vn.lantoa.commendation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.Units;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleRefusal;
import vn.lantoa.rulebook.RuleRow;

/**
 * Quotas of single units that are not their level's. A table of the installation, not of branches: nobody gives places to the own unit. The
 * unit stands in it by its code, as the text that grants the number names it.
 */
final class AwardQuotaOfUnitTable extends DatedTable {

    private final JdbcClient jdbc;
    private final Units units;

    AwardQuotaOfUnitTable(JdbcClient jdbc, Units units) {
        super(
                jdbc,
                "award-quota-exceptions",
                46,
                "award_quota_unit",
                "code, unit_code",
                false,
                true,
                List.of(
                        RuleColumn.text("unit_code", 40).asKey(),
                        RuleColumn.text("code", 30).asKey(),
                        RuleColumn.number("places", 0, 100_000)));
        this.jdbc = jdbc;
        this.units = units;
    }

    /** A unit and a title that nobody knows would be an exception for nobody. */
    @Override
    public Optional<RuleRefusal> check(RuleRow wanted) {
        if (units.findByCode(wanted.value("unit_code")).isEmpty()) {
            return Optional.of(RuleRefusal.at("unit_code", "rulebook.refused.unit-unknown"));
        }
        return jdbc.sql("select (select count(*) from award_title where code = :code)"
                                        + " + (select count(*) from award_title_own where code = :code)")
                                .param("code", wanted.value("code"))
                                .query(Integer.class)
                                .single()
                        == 0
                ? Optional.of(RuleRefusal.at("code", "rulebook.refused.award-unknown"))
                : Optional.empty();
    }
}
