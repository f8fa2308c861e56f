package vn.lantoa.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.engine.EngineTime;

/** Lets the clocks stand at a moment and the engine tidy its history, as its executor would. */
public final class EngineNight {

    private final HistoryService history;
    private final ManagementService management;
    private final EngineTime engine;
    private final HouseClock house;
    private final JdbcClient jdbc;
    private final DataSource database;

    public EngineNight(ApplicationContext context) {
        history = context.getBean(HistoryService.class);
        management = context.getBean(ManagementService.class);
        engine = context.getBean(EngineTime.class);
        house = context.getBean(HouseClock.class);
        jdbc = context.getBean(JdbcClient.class);
        database = context.getBean(DataSource.class);
    }

    public void itIs(LocalDateTime moment) {
        ahead(Duration.between(Instant.now(), moment.atZone(VietnamTime.ZONE).toInstant()));
    }

    public void itIsNow() {
        ahead(Duration.ZERO);
    }

    private void ahead(Duration offset) {
        house.setOffset(offset);
        engine.setOffset(offset);
    }

    /** The engine's own jobs; by day they find nothing to do. */
    public void tidy() {
        for (var round = 0; round < 3; round++) {
            for (var job : history.findHistoryCleanupJobs()) {
                management.executeJob(job.getId());
            }
        }
    }

    /** How many rows each table of the engine's history has of a case; tables without any are left out. */
    public Map<String, Integer> remembered(String instance) {
        var remembered = new LinkedHashMap<String, Integer>();
        for (var table : tablesOfCases()) {
            var rows = jdbc.sql("select count(*) from " + table + " where proc_inst_id_ = ?")
                    .param(instance)
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                remembered.put(table, rows);
            }
        }
        return remembered;
    }

    private List<String> tablesOfCases() {
        var tables = new ArrayList<String>();
        for (var table : new Dump(database).tables()) {
            if (table.toLowerCase().startsWith("act_hi_")
                    && !jdbc.sql("select column_name from information_schema.columns where lower(table_name) = ?"
                                    + " and lower(column_name) = 'proc_inst_id_'")
                            .param(table.toLowerCase())
                            .query(String.class)
                            .list()
                            .isEmpty()) {
                tables.add(table);
            }
        }
        if (tables.size() < 5) {
            throw new IllegalStateException("the engine's history is somewhere else: " + tables);
        }
        return tables;
    }
}
