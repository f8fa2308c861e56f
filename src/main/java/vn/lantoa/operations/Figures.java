package vn.lantoa.operations;

import java.time.Duration;
import java.util.Optional;
import vn.lantoa.engine.JobCounts;
import vn.lantoa.notification.MailBacklog;

/**
 * What the metrics tell; each empty when it could not be read.
 *
 * @param backup how long ago the last one was; inside it empty when there never was one
 * @param nodes that are alive
 */
record Figures(
        Optional<JobCounts.Counts> jobs,
        Optional<MailBacklog.Backlog> mail,
        Optional<Optional<Duration>> backup,
        Optional<Long> nodes) {}
