package vn.lantoa.engine;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What the engine does before the first request is taken and the first job is run. */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final Catalogue catalogue;
    private final Deployments deployments;

    EngineStart(ListableBeanFactory beans, Catalogue catalogue, Deployments deployments) {
        this.beans = beans;
        this.catalogue = catalogue;
        this.deployments = deployments;
    }

    @Override
    public void afterSingletonsInstantiated() {
        catalogue.open(beans);
        deployments.deployAll();
    }
}
