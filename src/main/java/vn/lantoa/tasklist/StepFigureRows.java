package vn.lantoa.tasklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.StepFigures;

/** The task list's answer to whoever watches a process. */
@Component
class StepFigureRows implements StepFigures {

    private final JdbcClient jdbc;

    StepFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Open> open(Collection<String> definitions, LocalDate today) {
        return definitions.isEmpty()
                ? Map.of()
                : byStep(
                        jdbc.sql(
                                        "select step, count(*) as tasks, count(case when due < :today then 1 end) as late,"
                                                + " min(created_at) as oldest from task where definition in (:definitions) group by step")
                                .param("today", today)
                                .param("definitions", definitions)
                                .query((row, n) -> new Open(
                                        row.getString("step"),
                                        row.getInt("tasks"),
                                        row.getInt("late"),
                                        row.getTimestamp("oldest").toInstant()))
                                .list(),
                        Open::step);
    }

    @Override
    public Map<String, Done> done(String process, Instant since) {
        return byStep(
                jdbc.sql("select step, count(working_days) as tasks, avg(cast(working_days as decimal(9, 2))) as days"
                                + " from closed_task where process = ? and closed_at >= ? and working_days is not null"
                                + " and person_id is not null group by step")
                        .params(process, Timestamp.from(since))
                        .query((row, n) ->
                                new Done(row.getString("step"), row.getInt("tasks"), row.getBigDecimal("days")))
                        .list(),
                Done::step);
    }

    private static <T> Map<String, T> byStep(List<T> figures, Function<T, String> step) {
        return figures.stream().collect(Collectors.toMap(step, Function.identity()));
    }
}
