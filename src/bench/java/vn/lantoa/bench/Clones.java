package vn.lantoa.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * More open tasks than can be opened in an afternoon: the rows of genuinely opened instances once more with shifted ids, in the engine's
 * runtime tables, in the task table and in the reports'. Units are shifted with them, so that each copy lies on desks of its own.
 */
final class Clones {

    private static final long SHIFT = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("bench.clone.minutes", 60));
    private static final Set<String> ENGINE_IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "task_id_",
            "act_inst_id_",
            "var_scope_",
            "instance",
            "task_id");
    private static final Set<String> NUMBERS =
            Set.of("unit_id", "parent_id", "dossier_unit_id", "desk_unit_id", "report_id");

    /** Tables with the condition that finds the rows of the instances to be cloned, which are {@code clone_base b}. */
    private static final Map<String, String> TABLES = tables();

    private final House house;
    private final JdbcClient jdbc;

    Clones(House house) {
        this.house = house;
        this.jdbc = house.jdbc();
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("report", "x.id = b.report");
        tables.put("report_submission", "x.report_id = b.report");
        tables.put("report_cut_off", "x.report_id = b.report");
        tables.put("dossier_event", "x.dossier_type = 'report' and x.dossier_id = b.dossier");
        tables.put("act_ru_execution", "x.proc_inst_id_ = b.instance");
        tables.put("act_ru_task", "x.proc_inst_id_ = b.instance");
        tables.put("act_ru_variable", "x.proc_inst_id_ = b.instance");
        tables.put("act_ru_event_subscr", "x.proc_inst_id_ = b.instance");
        tables.put("act_ru_identitylink", "x.task_id_ = b.task");
        tables.put("task", "x.id = b.task");
        tables.put("task_word", "x.task_id = b.task");
        return tables;
    }

    /** Clones until so many tasks are open, or {@code bench.clone.minutes} have passed; how many are open then. */
    long upTo(int tasks) {
        house.transaction().executeWithoutResult(status -> {
            jdbc.sql("drop table if exists clone_base").update();
            jdbc.sql(
                            """
                            create table clone_base as select row_number() over (order by id) as n, id as task, instance,
                            dossier_id as dossier, cast(dossier_id as bigint) as report from task where process = 'unit-report'""")
                    .update();
        });
        var base = open();
        // By far the most rows: their indexes are built once, afterwards, and are the same then.
        jdbc.sql("drop index task_word_by_prefix").update();
        jdbc.sql("alter table task_word drop constraint task_word_pkey").update();
        var ends = System.nanoTime() + PATIENCE.toNanos();
        for (var copy = 1; open() < tasks && System.nanoTime() < ends; copy++) {
            clone(copy, Math.min(base, tasks - open()));
        }
        jdbc.sql("alter table task_word add primary key (task_id, word)").update();
        jdbc.sql("create index task_word_by_prefix on task_word (word, task_id)")
                .update();
        jdbc.sql("drop table clone_base").update();
        jdbc.sql("vacuum analyze").update();
        return open();
    }

    private void clone(int copy, long instances) {
        house.transaction().executeWithoutResult(status -> {
            // Rows are whole instances by construction; checking each foreign key would only take its time.
            jdbc.sql("set local session_replication_role = replica").update();
            TABLES.forEach((table, join) -> jdbc.sql("insert into " + table + " (" + String.join(", ", columns(table))
                            + ") select "
                            + columns(table).stream()
                                    .map(column -> shifted(table, column, copy))
                                    .collect(Collectors.joining(", "))
                            + " from " + table + " x join clone_base b on " + join + " where b.n <= " + instances)
                    .update());
        });
    }

    private static String shifted(String table, String column, int copy) {
        var engine = table.startsWith("act_") || table.startsWith("task");
        var by = SHIFT * copy;
        if (engine && (ENGINE_IDS.contains(column) || table.equals("task") && column.equals("id"))) {
            return "x." + column + " || ':" + copy + "'";
        }
        if (column.equals("dossier_id")) {
            return "cast(cast(x.dossier_id as bigint) + " + by + " as varchar(40))";
        }
        if (column.equals("business_key_")) {
            return "'report:' || (cast(split_part(x.business_key_, ':', 2) as bigint) + " + by + ")";
        }
        if (NUMBERS.contains(column) || table.equals("report") && column.equals("id")) {
            return "x." + column + " + " + by;
        }
        return "x." + column;
    }

    /** All columns but numbers the database gives itself and nobody refers to. */
    private List<String> columns(String table) {
        return house.lines(
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " and not (is_identity = 'YES' and table_name <> 'report') order by ordinal_position",
                table);
    }

    private long open() {
        return jdbc.sql("select count(*) from task").query(Long.class).single();
    }
}
