package vn.lantoa.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** What the engine does before the first request is taken and the first job is run. */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final Catalogue catalogue;
    private final Deployments deployments;
    private final EngineSelfTest selfTest;

    EngineStart(
            ListableBeanFactory beans,
            Catalogue catalogue,
            Deployments deployments,
            ProcessEngine engine,
            PlatformTransactionManager transactions) {
        this.selfTest = new EngineSelfTest(
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), transactions);
        this.beans = beans;
        this.catalogue = catalogue;
        this.deployments = deployments;
    }

    /** @throws IllegalStateException when the self-test finds a hole, a delegate or a file is missing: nothing may start then */
    @Override
    public void afterSingletonsInstantiated() {
        selfTest.run();
        catalogue.open(beans);
        deployments.deployAll();
        deployments.reportRunning();
    }
}
