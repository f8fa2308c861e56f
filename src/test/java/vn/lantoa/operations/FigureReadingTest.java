package vn.lantoa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** However often metrics are fetched, the database is asked seldom. */
class FigureReadingTest {

    @Test
    void figures_are_read_once_in_ten_seconds() {
        var read = new AtomicInteger();
        var time = new AtomicLong();
        var reading = new FigureReading(
                () -> {
                    read.incrementAndGet();
                    return new Figures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
                },
                Duration.ofSeconds(10),
                time::get);
        for (var i = 0; i < 100; i++) {
            reading.current();
        }
        assertThat(read).hasValue(1);
        time.set(Duration.ofSeconds(9).toNanos());
        reading.current();
        assertThat(read).hasValue(1);
        time.set(Duration.ofSeconds(10).toNanos());
        reading.current();
        assertThat(read).hasValue(2);
    }
}
