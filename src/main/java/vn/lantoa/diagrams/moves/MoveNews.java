package vn.lantoa.diagrams.moves;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.diagrams.DraftChanges;
import vn.lantoa.engine.CaseMoves.MoveRefused;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.notification.Announcements;
import vn.lantoa.notification.News;
import vn.lantoa.organization.PersonId;

/** Tells how moves went, in the words of the steps. */
@Component
class MoveNews {

    private final ProcessFiles processes;
    private final DraftChanges changes;
    private final Announcements announcements;
    private final JdbcClient jdbc;

    MoveNews(ProcessFiles processes, DraftChanges changes, Announcements announcements, JdbcClient jdbc) {
        this.processes = processes;
        this.changes = changes;
        this.announcements = announcements;
        this.jdbc = jdbc;
    }

    /** Why a case stayed, with the names of the steps as its version draws them. */
    List<MoveOrder.Obstacle> obstacles(String source, MoveRefused refused) {
        var names = changes.names(processes.version(source).orElseThrow());
        return refused.reasons().stream()
                .map(reason -> new MoveOrder.Obstacle(
                        reason.obstacle().name(),
                        List.of(names.getOrDefault(reason.step(), reason.step()), reason.detail())))
                .toList();
    }

    void ended(MoveOrder order) {
        var starter = jdbc.sql("select started_by from case_move where id = ?")
                .param(order.id())
                .query(Long.class)
                .single();
        var name = processes
                .version(order.target())
                .map(ProcessFiles.Version::name)
                .orElse(order.process());
        announcements.tell(
                new News(
                        "process.moved",
                        List.of(
                                name,
                                String.valueOf(order.counts().moved()),
                                String.valueOf(order.counts().refused())),
                        null,
                        "/process-moves/" + order.id(),
                        "process:moved:" + order.id(),
                        false),
                List.of(new PersonId(starter)));
    }
}
