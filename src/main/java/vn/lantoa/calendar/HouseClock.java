package vn.lantoa.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The clock everything asks: the machine's, moved forward by an offset that only the demo ever sets. */
@Component
public class HouseClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    @Override
    public ZoneId getZone() {
        return VietnamTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    /** How far this clock is ahead of the machine's. */
    public Duration offset() {
        return offset;
    }

    /** Sets how far this clock runs ahead; the demo and tests alone call it. */
    public void setOffset(Duration offset) {
        this.offset = offset;
    }
}
