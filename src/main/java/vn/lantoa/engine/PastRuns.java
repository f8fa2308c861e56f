package vn.lantoa.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine's history tells of a past case, together with the processes it called. */
@Component
public class PastRuns {

    /** What happened to a case from outside, besides completed tasks: messages and timers. */
    private static final Set<String> HAPPENINGS = Set.of(
            "boundaryMessage",
            "boundaryTimer",
            "receiveTask",
            "intermediateMessageCatch",
            "intermediateTimer",
            "messageStartEvent",
            "timerStartEvent",
            "startEvent");

    private final JdbcClient jdbc;
    private final LastVariables variables;
    private final TableQuestions questions;

    PastRuns(JdbcClient jdbc, LastVariables variables, TableQuestions questions) {
        this.jdbc = jdbc;
        this.variables = variables;
        this.questions = questions;
    }

    /**
     * A past case.
     *
     * @param members it and the cases it called, in the order in which they began
     * @param startedBy its start event; empty when the history no longer knows
     */
    public record PastRun(
            List<Member> members,
            Optional<String> startedBy,
            Instant startedAt,
            List<Happening> happenings,
            List<Question> questions) {

        /** The engine's ids of the case and of those it called. */
        public List<String> instances() {
            return members.stream().map(Member::instance).toList();
        }
    }

    /** One case of a family. */
    public record Member(String instance, String process, Map<String, Object> variables) {}

    /** A message came or a timer went off. */
    public record Happening(String process, String activity, Instant at) {}

    /** A service task asked a rule table. */
    public record Question(String process, String activity, String decision, Map<String, Object> facts) {}

    /** The case with this id of the engine. */
    public PastRun of(String instance, String process, Instant firstKnown) {
        var members = new ArrayList<Member>();
        var processes = new LinkedHashMap<String, String>();
        processes.put(instance, process);
        gather(instance, processes);
        processes.forEach((one, key) -> members.add(new Member(one, key, variables.of(one))));
        var root = jdbc.sql("select start_act_id_, start_time_ from act_hi_procinst where proc_inst_id_ = ?")
                .param(instance)
                .query((row, n) -> new Start(
                        row.getString("start_act_id_"),
                        row.getTimestamp("start_time_").toInstant()))
                .optional();
        return new PastRun(
                members,
                root.map(Start::activity),
                root.map(Start::at).orElse(firstKnown),
                happenings(processes, root.map(Start::activity).orElse("")),
                questions.of(List.copyOf(processes.keySet())).stream()
                        .map(asked -> new Question(
                                processes.get(asked.instance()), asked.activity(), asked.decision(), asked.facts()))
                        .toList());
    }

    private record Start(String activity, Instant at) {}

    private void gather(String instance, Map<String, String> processes) {
        jdbc.sql("select proc_inst_id_, proc_def_key_ from act_hi_procinst where super_process_instance_id_ = ?"
                        + " order by start_time_, proc_inst_id_")
                .param(instance)
                .query((row, n) -> Map.entry(row.getString("proc_inst_id_"), row.getString("proc_def_key_")))
                .list()
                .forEach(called -> {
                    if (processes.putIfAbsent(called.getKey(), called.getValue()) == null) {
                        gather(called.getKey(), processes);
                    }
                });
    }

    private List<Happening> happenings(Map<String, String> processes, String start) {
        return jdbc
                .sql("select proc_inst_id_, act_id_, act_type_, start_time_, end_time_ from act_hi_actinst"
                        + " where proc_inst_id_ in (:instances) and act_type_ in (:types) and end_time_ is not null"
                        + " and act_inst_state_ <> 2 order by start_time_, sequence_counter_")
                .param("instances", processes.keySet())
                .param("types", HAPPENINGS)
                .query((row, n) -> happening(row, processes))
                .list()
                .stream()
                .filter(happening -> !happening.activity().equals(start))
                .toList();
    }

    /** A task that waits for a message ends with it; an event begins with it. */
    private static Happening happening(ResultSet row, Map<String, String> processes) throws SQLException {
        var waited = row.getString("act_type_").equals("receiveTask")
                || row.getString("act_type_").startsWith("intermediate");
        return new Happening(
                processes.get(row.getString("proc_inst_id_")),
                row.getString("act_id_"),
                row.getTimestamp(waited ? "end_time_" : "start_time_").toInstant());
    }
}
