package vn.lantoa.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.HistoryUse;
import vn.lantoa.engine.JobCounts;
import vn.lantoa.notification.MailBacklog;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;

/** Whether the installation is well: read anew for whoever runs it, each thing by itself. */
@Component
public class Operations {

    private final Access access;
    private final Verdicts verdicts;
    private final Nodes nodes;
    private final JobCounts jobs;
    private final MailBacklog mail;
    private final Backup backup;
    private final Disk disk;
    private final DatabaseLoad database;
    private final HistoryUse history;
    private final SlowRoutes routes;
    private final SlowQueries queries;

    Operations(
            Access access,
            Verdicts verdicts,
            Nodes nodes,
            JobCounts jobs,
            MailBacklog mail,
            Backup backup,
            Disk disk,
            DatabaseLoad database,
            HistoryUse history,
            SlowRoutes routes,
            SlowQueries queries) {
        this.access = access;
        this.verdicts = verdicts;
        this.nodes = nodes;
        this.jobs = jobs;
        this.mail = mail;
        this.backup = backup;
        this.disk = disk;
        this.database = database;
        this.history = history;
        this.routes = routes;
        this.queries = queries;
    }

    /** The jobs of the engine, and where the failed ones stand. */
    public record Jobs(JobCounts.Counts counts, List<JobCounts.Failing> failing) {}

    /** Everything that is watched; {@code backup} is empty inside when there never was one. */
    public record Overview(
            Block<List<Node>> nodes,
            Block<Jobs> jobs,
            Block<MailBacklog.Backlog> mail,
            Block<Optional<Instant>> backup,
            Block<DiskRoom> disk,
            Block<DatabaseUse> database,
            Block<HistoryUse.Use> history,
            Block<List<Route>> routes,
            Block<CountedQueries> queries) {

        /** Where somebody has something to do. */
        public List<Block<?>> calling() {
            return Stream.<Block<?>>of(jobs, mail, backup, disk, database, history, nodes, routes, queries)
                    .filter(block -> block.verdict().health().calls())
                    .toList();
        }
    }

    /** How it is at this moment; for those who run the installation. */
    public Overview overview(Actor actor) {
        access.require(actor, Right.OPERATE);
        return new Overview(
                Block.read("nodes", nodes::all, verdicts::ofNodes),
                Block.read("jobs", this::jobs, found -> verdicts.ofJobs(found.counts())),
                Block.read("mail", mail::now, verdicts::ofMail),
                Block.read("backup", backup::last, last -> verdicts.ofBackup(last.map(Backup::since))),
                Block.read("disk", disk::room, verdicts::ofDisk),
                Block.read("database", database::now, verdicts::ofDatabase),
                Block.read("history", history::now, verdicts::ofHistory),
                Block.read("routes", routes::slowest, verdicts::ofRoutes),
                Block.read("queries", queries::slowest, verdicts::ofQueries));
    }

    /** The same for metrics, which whoever may fetch them may see. */
    Figures figures() {
        return new Figures(
                Block.read("jobs", jobs::now, verdicts::ofJobs).facts(),
                Block.read("mail", mail::now, verdicts::ofMail).facts(),
                Block.<Optional<Duration>>read("backup", () -> backup.last().map(Backup::since), verdicts::ofBackup)
                        .facts(),
                Block.read("nodes", nodes::all, verdicts::ofNodes)
                        .facts()
                        .map(all -> all.stream().filter(one -> !one.away()).count()));
    }

    private Jobs jobs() {
        var counts = jobs.now();
        return new Jobs(counts, counts.failed() == 0 ? List.of() : jobs.failing());
    }
}
