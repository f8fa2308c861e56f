package vn.lantoa.reporting.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;
import vn.lantoa.reporting.ReportBatch;

/**
 * Opens the reports of campaigns chunk by chunk, on any node: a chunk is held by its row's lock and is one transaction, so that a node
 * killed in the middle leaves it as it was and another one takes it (ADR 0040).
 */
@Component
class CampaignOpening {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignOpening.class);
    private static final int LONGEST_FAILURE = 500;
    private static final int WORTH_COUNTING = 1000;
    private static final int LONGEST_PAUSE_SHIFT = 6;

    private record Chunk(CampaignId campaign, int no, long firstUnit, long lastUnit, int attempts) {

        static Chunk read(ResultSet row, int n) throws SQLException {
            return new Chunk(
                    CampaignId.of(row.getLong("campaign_id")),
                    row.getInt("chunk_no"),
                    row.getLong("first_unit"),
                    row.getLong("last_unit"),
                    row.getInt("attempts"));
        }
    }

    private final CampaignRows rows;
    private final CampaignUnits members;
    private final ReportBatch reports;
    private final Processes processes;
    private final Units units;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CampaignOpening(
            CampaignRows rows,
            CampaignUnits members,
            ReportBatch reports,
            Processes processes,
            Units units,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.reports = reports;
        this.processes = processes;
        this.units = units;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens what waits, as far as no other node does. */
    void workThrough() {
        while (openOne()) {
            continue;
        }
        finish();
    }

    /** Takes one chunk and opens it; false when none waits. */
    boolean openOne() {
        var held = new Chunk[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var next = next();
                next.ifPresent(chunk -> {
                    held[0] = chunk;
                    open(chunk);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException failed) {
            if (held[0] == null) {
                throw failed;
            }
            LOG.warn("Chunk {} of campaign {} was not opened", held[0].no(), held[0].campaign(), failed);
            transaction.executeWithoutResult(status -> postpone(held[0], failed));
            return true;
        }
    }

    /** Tells the process of each campaign whose last chunk is done. */
    void finish() {
        for (var campaign : rows.in(Campaign.State.OPENING)) {
            var opened = transaction.execute(status -> finish(campaign.id()));
            if (opened > WORTH_COUNTING) {
                // The database knows nothing yet of so many new rows, and would read them in the worst order.
                jdbc.sql("analyze").update();
            }
        }
    }

    private Optional<Chunk> next() {
        return jdbc.sql(
                        """
                        select * from campaign_chunk where state = 'WAITING' and next_at <= ?
                        order by next_at, campaign_id, chunk_no limit 1 for update skip locked""")
                .param(Timestamp.from(clock.instant()))
                .query(Chunk::read)
                .optional();
    }

    private void open(Chunk chunk) {
        var campaign = rows.find(chunk.campaign()).orElseThrow();
        var asked = members.waiting(campaign.id(), chunk.firstUnit(), chunk.lastUnit());
        var root = units.find(campaign.root()).map(Unit::name).orElse("");
        var opened = reports.open(rows.frame(campaign), asked, campaign.openedBy(), root);
        members.opened(campaign.id(), opened);
        jdbc.sql(
                        "update campaign_chunk set state = 'DONE', done_at = ?, failure = null where campaign_id = ? and chunk_no = ?")
                .params(Timestamp.from(clock.instant()), campaign.id().value(), chunk.no())
                .update();
        audit.record(
                "campaign.chunk-opened",
                null,
                campaign.id().dossier().toString(),
                campaign.root(),
                Map.of("chunk", chunk.no(), "reports", opened.size()),
                Map.of());
    }

    private void postpone(Chunk chunk, RuntimeException failed) {
        var reason = String.valueOf(failed.getMessage());
        var pause = Duration.ofSeconds(5L << Math.min(chunk.attempts(), LONGEST_PAUSE_SHIFT));
        jdbc.sql(
                        """
                        update campaign_chunk set attempts = attempts + 1, failure = ?, next_at = ?
                        where campaign_id = ? and chunk_no = ? and state = 'WAITING'""")
                .params(
                        reason.substring(0, Math.min(LONGEST_FAILURE, reason.length())),
                        Timestamp.from(clock.instant().plus(pause)),
                        chunk.campaign().value(),
                        chunk.no())
                .update();
    }

    /** How many units it has when this was the last chunk, else 0. */
    private int finish(CampaignId id) {
        var campaign = rows.lock(id);
        var waiting = jdbc.sql("select count(*) from campaign_chunk where campaign_id = ? and state = 'WAITING'")
                .param(id.value())
                .query(Integer.class)
                .single();
        if (campaign.state() != Campaign.State.OPENING || waiting > 0) {
            return 0;
        }
        rows.allOpen(id);
        processes.tell(CampaignNames.ALL_OPEN, id.dossier(), Map.of());
        return jdbc.sql("select coalesce(sum(units), 0) from campaign_chunk where campaign_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
