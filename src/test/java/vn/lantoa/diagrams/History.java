package vn.lantoa.diagrams;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fixed set of past cases as engine and task list would have recorded them. Whoever makes it takes it away again. */
class History implements AutoCloseable {

    private final JdbcClient jdbc;
    private final List<String> instances = new ArrayList<>();
    private int row;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One case; each thing that happened in it comes a day after the one before. */
    class Case {
        private final String instance;
        private final String process;
        private final int number;
        private Instant now;

        private Case(String process, String start, int number) {
            this.instance = "past-" + number;
            this.process = process;
            this.number = number;
            // Newer than whatever other tests leave behind: the trial looks at the newest.
            now = Instant.parse("2031-03-03T02:00:00Z").plus(number, ChronoUnit.MINUTES);
            instances.add(instance);
            jdbc.sql(
                            "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, start_act_id_, state_)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, 'COMPLETED')")
                    .params(instance, instance, "past:" + number, process, process + ":1:1", Timestamp.from(now), start)
                    .update();
        }

        Case knows(String name, Object value) {
            var number = value instanceof Boolean flag
                    ? Long.valueOf(flag ? 1 : 0)
                    : value instanceof Integer one ? Long.valueOf(one) : null;
            jdbc.sql(
                            "insert into act_hi_varinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_inst_id_, name_, var_type_, rev_, long_, text_, state_)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 'CREATED')")
                    .params(
                            instance + "-v" + row++,
                            process,
                            process + ":1:1",
                            instance,
                            instance,
                            instance,
                            instance,
                            name,
                            value instanceof Boolean ? "boolean" : value instanceof Integer ? "integer" : "string",
                            number,
                            number == null || value instanceof Integer ? String.valueOf(value) : null)
                    .update();
            return this;
        }

        Case decided(String step, String outcome, String variables) {
            now = now.plus(1, ChronoUnit.DAYS);
            jdbc.sql(
                            "insert into decision_fact (task_id, process, definition, instance, step, dossier_type, dossier_id, person_id, post, unit_id, outcome, answers, variables, decided_at)"
                                    + " values (?, ?, ?, ?, ?, 'past', ?, 1, 'canbo', 1, ?, '{\"note\": \"Nguyễn Văn Bí Mật\"}', ?, ?)")
                    .params(
                            instance + "-t" + row++,
                            process,
                            process + ":1:1",
                            instance,
                            step,
                            String.valueOf(number),
                            outcome,
                            variables,
                            Timestamp.from(now))
                    .update();
            return this;
        }

        Case happened(String activity, String type) {
            now = now.plus(1, ChronoUnit.DAYS);
            jdbc.sql(
                            "insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_, end_time_, act_inst_state_, sequence_counter_)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")
                    .params(
                            instance + "-a" + row++,
                            process,
                            process + ":1:1",
                            instance,
                            instance,
                            activity,
                            type,
                            Timestamp.from(now),
                            Timestamp.from(now),
                            row)
                    .update();
            return this;
        }

        Case asked(String activity, String table, String facts) {
            jdbc.sql(
                            "insert into table_question (instance, activity, business_key, decision, facts, asked_at) values (?, ?, ?, ?, ?, ?)")
                    .params(instance, activity, "past:" + number, table, facts, Timestamp.from(now))
                    .update();
            return this;
        }
    }

    Case begun(String process, String start, int number) {
        return new Case(process, start, number);
    }

    @Override
    public void close() {
        for (var table : List.of("act_hi_procinst", "act_hi_varinst", "act_hi_actinst")) {
            jdbc.sql("delete from " + table + " where proc_inst_id_ in (:instances)")
                    .param("instances", instances)
                    .update();
        }
        for (var table : List.of("decision_fact", "table_question")) {
            jdbc.sql("delete from " + table + " where instance in (:instances)")
                    .param("instances", instances)
                    .update();
        }
    }
}
