package vn.lantoa.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's clock: whoever moves the house's clock moves this one by the same offset. */
@Component
public class EngineTime {

    /** Lets the engine run this far ahead of the machine's clock; zero for real time. */
    public void setOffset(Duration offset) {
        if (offset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(offset.toMillis());
        }
    }
}
