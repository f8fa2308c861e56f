package vn.lantoa.web;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The machine's own time, for sessions and lock-outs: the demo may move the house's clock, not these. */
@Component
class WallClock {

    private volatile Duration ahead = Duration.ZERO;

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** For tests, which cannot wait half an hour. */
    void moveAhead(Duration by) {
        ahead = ahead.plus(by);
    }
}
