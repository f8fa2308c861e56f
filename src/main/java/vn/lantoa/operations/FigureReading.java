package vn.lantoa.operations;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Keeps what was read for a few seconds, so that however often metrics are fetched the database is asked seldom. */
class FigureReading {

    private final Supplier<Figures> reader;
    private final long keptFor;
    private final LongSupplier nanoTime;

    private Figures kept;
    private long readAt;

    FigureReading(Supplier<Figures> reader, Duration keptFor, LongSupplier nanoTime) {
        this.reader = reader;
        this.keptFor = keptFor.toNanos();
        this.nanoTime = nanoTime;
    }

    synchronized Figures current() {
        if (kept == null || nanoTime.getAsLong() - readAt >= keptFor) {
            kept = reader.get();
            // From when it was there: a database that answers slowly is not asked without a pause.
            readAt = nanoTime.getAsLong();
        }
        return kept;
    }
}
