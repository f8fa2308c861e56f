package vn.lantoa.operations;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * On the way out the node says at once that it takes no new work ({@code /actuator/health/readiness}), and goes on working until whoever
 * sends people to it has looked: otherwise each restart would cost those an error who were on their way.
 */
@Component
class Draining implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final Duration pause;
    private volatile boolean running;

    Draining(@Value("${lantoa.node.drain}") Duration pause) {
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (pause.isZero()) {
            return;
        }
        log.info("No new work; requests are taken for {} s more", pause.toSeconds());
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop: before the web server closes its door. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
