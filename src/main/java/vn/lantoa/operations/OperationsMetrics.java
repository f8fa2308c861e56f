package vn.lantoa.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the page "Vận hành" shows, for Prometheus: NaN is what could not be read, infinity a backup there never was. */
@Component
class OperationsMetrics implements MeterBinder {

    private final FigureReading reading;

    OperationsMetrics(Operations operations, @Value("${lantoa.operations.metrics-kept}") Duration keptFor) {
        this.reading = new FigureReading(operations::figures, keptFor, System::nanoTime);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "lantoa.jobs.waiting",
                "Jobs the engine has still to do, timers of a later day included",
                now -> now.jobs().map(jobs -> (double) jobs.waiting()).orElse(Double.NaN));
        gauge(
                registry,
                "lantoa.jobs.overdue",
                "Jobs that should have begun more than five minutes ago",
                now -> now.jobs().map(jobs -> (double) jobs.overdue()).orElse(Double.NaN));
        gauge(registry, "lantoa.jobs.failed", "Jobs given up after their last attempt", now -> now.jobs()
                .map(jobs -> (double) jobs.failed())
                .orElse(Double.NaN));
        gauge(registry, "lantoa.mail.waiting", "Mail that waits to be sent", now -> now.mail()
                .map(mail -> (double) mail.waiting())
                .orElse(Double.NaN));
        gauge(
                registry,
                "lantoa.mail.oldest.seconds",
                "How long the oldest waiting mail has waited; 0 when none waits",
                now -> now.mail().map(mail -> seconds(mail.oldest(), 0)).orElse(Double.NaN));
        gauge(registry, "lantoa.backup.age.seconds", "How long ago the last backup succeeded", now -> now.backup()
                .map(age -> seconds(age, Double.POSITIVE_INFINITY))
                .orElse(Double.NaN));
        gauge(registry, "lantoa.nodes.alive", "Nodes heard of within two minutes", now -> now.nodes()
                .map(Long::doubleValue)
                .orElse(Double.NaN));
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, reading, from -> figure.applyAsDouble(from.current()))
                .description(description)
                .register(registry);
    }

    private static double seconds(Optional<Duration> time, double otherwise) {
        return time.map(one -> (double) one.toSeconds()).orElse(otherwise);
    }
}
