package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/** The rows of tables {@code report_proposal} and {@code report_proposal_source}. */
@Component
class ProposalRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProposalRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Proposal> of(ReportId report, int revision) {
        var sources = new HashMap<Integer, List<UnitId>>();
        jdbc.sql(
                        "select position, unit_id from report_proposal_source where report_id = ? and revision = ? order by unit_id")
                .params(report.value(), revision)
                .query(row -> {
                    sources.computeIfAbsent(row.getInt("position"), position -> new ArrayList<>())
                            .add(UnitId.of(row.getLong("unit_id")));
                });
        return jdbc.sql("select * from report_proposal where report_id = ? and revision = ? order by position")
                .params(report.value(), revision)
                .query((row, n) -> new Proposal(
                        row.getString("matter"),
                        Proposal.Addressee.valueOf(row.getString("addressee")),
                        sources.getOrDefault(row.getInt("position"), List.of()),
                        row.getBoolean("corrected")))
                .list();
    }

    void add(ReportId report, int revision, List<Proposal> proposals, PersonId by) {
        var rows = new ArrayList<Object[]>();
        var sources = new ArrayList<Object[]>();
        for (var position = 0; position < proposals.size(); position++) {
            var proposal = proposals.get(position);
            rows.add(new Object[] {
                report.value(),
                revision,
                position,
                proposal.matter(),
                proposal.addressee().name(),
                proposal.corrected(),
                by.value()
            });
            for (var unit : proposal.sources()) {
                sources.add(new Object[] {report.value(), revision, position, unit.value()});
            }
        }
        batches.batchUpdate(
                """
                insert into report_proposal (report_id, revision, position, matter, addressee, corrected, entered_by)
                values (?, ?, ?, ?, ?, ?, ?)""",
                rows);
        batches.batchUpdate(
                "insert into report_proposal_source (report_id, revision, position, unit_id) values (?, ?, ?, ?)",
                sources);
    }
}
