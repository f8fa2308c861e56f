package vn.lantoa.reporting.consolidation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.reporting.Figure;
import vn.lantoa.reporting.Figures;
import vn.lantoa.reporting.Indicator;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.SubordinateSums;

/** The sums a report starts from and stands on. */
@Component
class AcceptedSums implements SubordinateSums {

    private final Adding adding;
    private final Takings takings;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AcceptedSums(Adding adding, Takings takings, JdbcClient jdbc, JdbcTemplate batches) {
        this.adding = adding;
        this.takings = takings;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Basis now(Report report, List<Indicator> indicators) {
        var counts = takings.counts(report);
        return counts.expected() == 0 ? Basis.NONE : counts.basis(adding.add(report, Sources.now(report), indicators));
    }

    @Override
    public Basis taken(Report report) {
        return takings.of(report)
                .map(taking -> taking.basis(takings.totals(taking.id())))
                .orElse(Basis.NONE);
    }

    @Override
    public Map<String, BigDecimal> own(Report report) {
        var own = new LinkedHashMap<String, BigDecimal>();
        jdbc.sql("select code, dimension, amount from consolidation_own where report_id = ? and revision = ?")
                .params(report.id().value(), report.revision())
                .query(row -> {
                    own.put(Adding.key(row.getString("code"), row.getString("dimension")), row.getBigDecimal("amount"));
                });
        return own;
    }

    @Override
    public void take(Report report, int revision, List<Indicator> indicators, Figures figures, PersonId by) {
        if (takings.counts(report).expected() > 0) {
            keepOwn(report, revision, take(report, revision, indicators, by), figures);
        }
    }

    @Override
    public void correct(Report report, int revision, Figures figures) {
        takings.of(report).ifPresent(taking -> keepOwn(report, revision, takings.totals(taking.id()), figures));
    }

    /** A report that was handed in before sums were kept takes the one of today. */
    @Override
    public void freeze(Report report, List<Indicator> indicators) {
        if (takings.of(report).isEmpty() && takings.counts(report).expected() > 0) {
            take(report, report.revision(), indicators, null);
        }
        takings.of(report).ifPresent(taking -> takings.freeze(taking.id()));
    }

    private Map<String, Total> take(Report report, int revision, List<Indicator> indicators, PersonId by) {
        var id = takings.open(report, revision, by);
        takings.keepSources(id, report);
        var sources = Sources.taken(report, id);
        takings.keepCarried(id, sources, RollUps.latest(indicators));
        var totals = adding.add(report, sources, indicators);
        takings.keepTotals(id, totals);
        return totals;
    }

    private void keepOwn(Report report, int revision, Map<String, Total> totals, Figures figures) {
        var rows = totals.entrySet().stream()
                .filter(total -> total.getValue().isSum())
                .flatMap(total -> figures
                        .find(total.getKey())
                        .map(Figure::amount)
                        .map(amount -> amount.subtract(total.getValue().amount()))
                        .filter(own -> own.signum() >= 0)
                        .map(own -> row(report, revision, total.getKey(), own))
                        .stream())
                .toList();
        batches.batchUpdate(
                "insert into consolidation_own (report_id, revision, code, dimension, amount) values (?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(Report report, int revision, String key, BigDecimal own) {
        return new Object[] {report.id().value(), revision, Takings.code(key), Takings.dimension(key), own};
    }
}
