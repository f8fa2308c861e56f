package vn.lantoa.engine;

import javax.xml.xpath.XPathFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Halves the engine's start: MyBatis asks a thousand times for "the children called so" while it reads the engine's mappings, and the
 * JDK's XPath walks the whole file anew for each answer (measured: a third of the start of the application).
 */
@Component
class QuickMappings extends AbstractProcessEnginePlugin {

    private static final String PROPERTY =
            XPathFactory.DEFAULT_PROPERTY_NAME + ":" + XPathFactory.DEFAULT_OBJECT_MODEL_URI;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        System.setProperty(PROPERTY, PlainXPathFactory.class.getName());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        System.clearProperty(PROPERTY);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        System.clearProperty(PROPERTY);
    }
}
