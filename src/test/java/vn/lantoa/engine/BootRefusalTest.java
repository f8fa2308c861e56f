package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lantoa.LanToa;
import vn.lantoa.testing.TestDatabase;

/** The whole application, with one hole that somebody's later plugin opened. */
class BootRefusalTest {

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    /** The web server that started and stopped leaves its own class loader with the thread. */
    @AfterEach
    void giveBackTheClassLoader() {
        Thread.currentThread().setContextClassLoader(loader);
    }

    @Test
    void an_engine_with_a_hole_does_not_start() {
        var application = new SpringApplicationBuilder(LanToa.class, Hole.class)
                .profiles("test")
                .initializers(new TestDatabase())
                .properties("server.port=0", "camunda.bpm.job-execution.enabled=false");

        assertThatThrownBy(application::run)
                .hasStackTraceContaining("The process engine is not safe, so Lan Tỏa does not start")
                .hasStackTraceContaining("the parser lets pass form handler class, task");
    }

    @Configuration
    static class Hole {

        @Bean
        ProcessEnginePlugin hole() {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void postInit(ProcessEngineConfigurationImpl engine) {
                    engine.getDeployers().stream()
                            .filter(BpmnDeployer.class::isInstance)
                            .map(BpmnDeployer.class::cast)
                            .forEach(deployer -> deployer.setBpmnParser(
                                    new BpmnParser(engine.getExpressionManager(), BpmnParse::new)));
                }
            };
        }
    }
}
