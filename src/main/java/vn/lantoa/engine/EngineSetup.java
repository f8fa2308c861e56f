package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How our engine differs from the stock one. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

    private final SafeEngine safety;
    private final HistoryTerm term;
    private final ApplicationEventPublisher publisher;

    /** Asks for the migration only so that the tables exist before the engine looks for them. */
    EngineSetup(
            FlywayMigrationInitializer tablesFirst,
            SafeEngine safety,
            HistoryTerm term,
            ApplicationEventPublisher publisher) {
        this.safety = safety;
        this.term = term;
        this.publisher = publisher;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        safety.secure(engine, Layers.ALL);
        engine.setCustomHistoryEventHandlers(
                new ArrayList<>(List.of(new TaskNews(publisher), new CaseNews(publisher))));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new DrawnSteps())));
        engine.setEnableCmdExceptionLogging(false);
        keepLittle(engine);
        workJobsInOrder(engine);
    }

    private void keepLittle(ProcessEngineConfigurationImpl engine) {
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryRemovalTimeProvider(term);
        engine.setHistoryCleanupBatchWindowStartTime("00:30");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryCleanupBatchSize(500);
        engine.setHistoryCleanupDegreeOfParallelism(2);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
    }

    /** Without an order the acquisition may starve old jobs; without delays a failing job burns its attempts at once. */
    private static void workJobsInOrder(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M,PT30M");
        engine.setFailedJobCommandFactory(FailedJob::new);
    }
}
