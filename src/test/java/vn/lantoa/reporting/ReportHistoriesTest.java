package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.organization.People;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.TreeGenerator;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Invented histories of a generated tree: always the same, of a believable size, and fit to be read like any others. */
@IntegrationTest
class ReportHistoriesTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    TreeGenerator generator;

    @Autowired
    ReportHistories histories;

    @Autowired
    Reports reports;

    @Autowired
    ReportBackground background;

    @Autowired
    ReportRows rows;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void two_trees_of_one_seed_have_the_same_past_to_the_byte_and_another_seed_another() {
        var one = grow(7);
        var same = grow(7);
        var other = grow(8);

        assertThat(figures(one))
                .hasSizeGreaterThan(2000)
                .isEqualTo(figures(same))
                .isNotEqualTo(figures(other));
    }

    @Test
    void what_was_invented_breaks_no_rule_adds_up_and_is_written_once() {
        var root = grow(7);
        var officer = people.actor("canbo." + prefix(root)).orElseThrow();

        for (var province : units.subordinatesOf(root, java.time.LocalDate.of(2026, 1, 1))) {
            var report = rows.find(province.id(), ReportingPeriod.yearOf(2025)).orElseThrow();
            var figures = reports.find(officer, report.id()).figures();
            assertThat(background.violations(report, figures)).isEmpty();
            assertThat(figures.amount("D3").orElseThrow()).isEqualByComparingTo(below(province.id(), report));
            assertThat(figures.find("D14").orElseThrow().statement()).isEqualTo(Figure.Statement.NOT_STATED);
        }
        assertThat(histories.grow(7, root, periods(), officer.id()).reports()).isZero();
        ReportConsistency.check(context);
    }

    private java.math.BigDecimal below(UnitId province, Report report) {
        return jdbc.sql(
                        """
                        select sum(v.amount) from report r join report_value v on v.report_id = r.id
                        where r.parent_id = ? and r.period = ? and v.code = 'D3'""")
                .params(province.value(), report.period().key())
                .query(java.math.BigDecimal.class)
                .single();
    }

    private UnitId grow(long seed) {
        var prefix = "LS" + NUMBER.incrementAndGet();
        var grown = generator.generate(3, 100, prefix, Branch.HASH);
        PersonId officer = people.actor("canbo." + prefix.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow()
                .id();
        var written = histories.grow(seed, grown.root(), periods(), officer);
        assertThat(written.reports()).isEqualTo(2 * 99);
        return grown.root();
    }

    private String prefix(UnitId root) {
        return units.find(root).orElseThrow().code().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<ReportingPeriod> periods() {
        return List.of(ReportingPeriod.firstHalfOf(2025), ReportingPeriod.yearOf(2025));
    }

    private List<String> figures(UnitId root) {
        return jdbc.sql(
                        """
                        select u.code, r.period, r.timeliness, v.code as indicator, v.statement, v.amount, v.qualifier
                        from report r join unit u on u.id = r.unit_id
                        join unit_closure c on c.descendant_id = u.id and c.ancestor_id = ?
                        join report_value v on v.report_id = r.id
                        order by u.id, r.period, v.code""")
                .param(root.value())
                .query((row, n) -> String.join(
                        " ",
                        row.getString("code").replaceFirst("^LS\\d+", ""),
                        row.getString("period"),
                        row.getString("timeliness"),
                        row.getString("indicator"),
                        row.getString("statement"),
                        String.valueOf(row.getBigDecimal("amount")),
                        row.getString("qualifier")))
                .list();
    }
}
