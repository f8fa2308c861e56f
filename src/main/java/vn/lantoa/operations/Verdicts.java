package vn.lantoa.operations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.HistoryUse;
import vn.lantoa.engine.JobCounts;
import vn.lantoa.notification.MailBacklog;

/** From where on something is not well; the example alerts ({@code src/docs/lantoa-alerts.yaml}) draw the same lines. */
@Component
class Verdicts {

    /** A daily backup with two hours to spare. */
    private static final Duration BACKUP_FRESH = Duration.ofHours(26);

    /** A mail server may be away for a while; the courier then tries again after growing pauses. */
    private static final Duration MAIL_PATIENCE = Duration.ofHours(1);

    /** The first answers after a start are slow whatever the route. */
    private static final long FEW_ANSWERS = 5;

    private final Duration slowRoute;

    Verdicts(@Value("${lantoa.operations.slow-route}") Duration slowRoute) {
        this.slowRoute = slowRoute;
    }

    Verdict ofNodes(List<Node> nodes) {
        var away = nodes.stream().filter(Node::away).count();
        var alive = nodes.size() - away;
        var versions = nodes.stream()
                .filter(one -> !one.away())
                .map(Node::version)
                .distinct()
                .count();
        if (away > 0) {
            return Verdict.bad("nodes.away", away);
        }
        if (alive == 0) {
            return Verdict.look("nodes.none");
        }
        return versions > 1 ? Verdict.look("nodes.versions", versions) : Verdict.well("nodes.well", alive);
    }

    Verdict ofJobs(JobCounts.Counts jobs) {
        if (jobs.failed() > 0) {
            return Verdict.bad("jobs.failing", jobs.failed());
        }
        return jobs.overdue() > 0 ? Verdict.bad("jobs.late", jobs.overdue()) : Verdict.well("jobs.well");
    }

    Verdict ofMail(MailBacklog.Backlog mail) {
        if (!mail.sends()) {
            return mail.waiting() == 0 ? Verdict.off("mail.off") : Verdict.look("mail.stuck", mail.waiting());
        }
        var late = mail.oldest().filter(waited -> waited.compareTo(MAIL_PATIENCE) > 0);
        if (late.isPresent()) {
            return Verdict.bad("mail.late", mail.waiting(), late.get());
        }
        return mail.failed() > 0 ? Verdict.look("mail.refused", mail.failed()) : Verdict.well("mail.well");
    }

    Verdict ofBackup(Optional<Duration> age) {
        if (age.isEmpty()) {
            return Verdict.bad("backup.never");
        }
        return age.get().compareTo(BACKUP_FRESH) > 0
                ? Verdict.bad("backup.old", age.get())
                : Verdict.well("backup.well");
    }

    Verdict ofDisk(DiskRoom room) {
        if (room.free().compareTo(room.least()) < 0) {
            return Verdict.bad("disk.full", room.least());
        }
        return room.free().compareTo(room.early()) < 0
                ? Verdict.look("disk.scarce", room.least())
                : Verdict.well("disk.well");
    }

    Verdict ofDatabase(DatabaseUse use) {
        return use.queueing() > 0 ? Verdict.look("database.queueing", use.queueing()) : Verdict.well("database.well");
    }

    Verdict ofHistory(HistoryUse.Use use) {
        return use.late() > 0 ? Verdict.look("history.late", use.late()) : Verdict.well("history.well");
    }

    Verdict ofRoutes(List<Route> routes) {
        if (routes.isEmpty()) {
            return Verdict.well("routes.none");
        }
        return routes.stream()
                .filter(one -> one.answers() >= FEW_ANSWERS && one.mean().compareTo(slowRoute) > 0)
                .findFirst()
                .map(slow -> Verdict.look("routes.slow", slow, slow.mean()))
                .orElseGet(() -> Verdict.well("routes.well", slowRoute));
    }

    Verdict ofQueries(CountedQueries found) {
        return switch (found.counting()) {
            case NONE -> Verdict.off("queries.none");
            case OFF -> Verdict.off("queries.off");
            case COUNTED ->
                found.queries().stream()
                        .filter(one -> one.mean().compareTo(slowRoute) > 0)
                        .findFirst()
                        .map(slow -> Verdict.look("queries.slow", slow.mean()))
                        .orElseGet(() -> Verdict.well("queries.well", slowRoute));
        };
    }
}
