package vn.lantoa.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** How many tasks of each step wait, and how long those took that are done: what one sees of a process from above. */
public interface StepFigures {

    /**
     * The open tasks of a step.
     *
     * @param late how many of them are past their day
     */
    record Open(String step, int tasks, int late, Instant oldest) {}

    /** The tasks of a step that people completed. @param days working days they lay open on average */
    record Done(String step, int tasks, BigDecimal days) {}

    /**
     * What waits, by step.
     *
     * @param definitions the engine's ids of the versions of one process
     */
    Map<String, Open> open(Collection<String> definitions, LocalDate today);

    /** What was completed since this moment, by step; what was cancelled says nothing about how long a step takes. */
    Map<String, Done> done(String process, Instant since);
}
