package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.engine.HumanTasks;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.testing.Consistency;

/** What every test of reports ends with: the engine's consistency query, and report table and engine saying the same: each unfinished report waits at exactly the step its state names, an accepted one nowhere. */
public final class ReportConsistency {

    private ReportConsistency() {}

    public static void check(ApplicationContext context) {
        Consistency.check(context.getBean(JdbcClient.class));
        var open = context.getBean(HumanTasks.class).open().stream()
                .filter(task -> task.dossier().type().equals("report"))
                .collect(Collectors.groupingBy(TaskOpened::dossier));
        context.getBean(JdbcClient.class)
                .sql("select * from report")
                .query(Report::read)
                .list()
                .forEach(report -> {
                    var steps = open.getOrDefault(report.id().dossier(), List.of()).stream()
                            .map(task -> task.step().step())
                            .toList();
                    assertThat(steps)
                            .as("open steps of report %s, %s", report.id(), report.state())
                            .isEqualTo(report.state().step().stream().toList());
                });
    }
}
