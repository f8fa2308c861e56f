package vn.lantoa.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** How our engine differs from the stock one. */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

    /** Asks for the migration only so that the tables exist before the engine looks for them. */
    EngineSetup(FlywayMigrationInitializer tablesFirst) {}

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDbIdentityUsed(false);
    }
}
