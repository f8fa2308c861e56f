package vn.lantoa.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The consistency query: our table and the engine's tell the same tasks, each on its step and version. Every process test ends with it. */
public final class TaskConsistency {

    private static final String OURS = "select concat(id, ' ', step, ' ', definition) from task";
    private static final String ENGINES = "select concat(id_, ' ', task_def_key_, ' ', proc_def_id_) from act_ru_task";
    private static final String WORDLESS =
            "select id from task where not exists (select 1 from task_word w where w.task_id = task.id)";

    private TaskConsistency() {}

    public static void check(JdbcClient jdbc) {
        assertThat(jdbc.sql(OURS).query(String.class).list())
                .as("open tasks in our table and in the engine's")
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql(ENGINES).query(String.class).list());
        assertThat(jdbc.sql(WORDLESS).query(String.class).list())
                .as("tasks the search cannot find")
                .isEmpty();
    }
}
