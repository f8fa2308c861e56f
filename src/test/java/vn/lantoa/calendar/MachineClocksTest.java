package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineClocksTest {

    private final Instant now = Instant.parse("2026-06-19T10:00:00Z");
    private final Clock machine = Clock.fixed(now, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(longs = {-2000, -1, 0, 1999, 2000})
    void two_seconds_are_tolerated(long apart) {
        assertThatCode(() -> new MachineClocks(machine, () -> now.plusMillis(apart)).afterPropertiesSet())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-2001, 2001, 3_600_000})
    void more_is_refused_with_what_to_do(long apart) {
        assertThatThrownBy(() -> new MachineClocks(machine, () -> now.plusMillis(apart)).afterPropertiesSet())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NTP");
    }
}
