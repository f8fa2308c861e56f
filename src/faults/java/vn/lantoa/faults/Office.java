package vn.lantoa.faults;

import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import vn.lantoa.LanToa;

/** The program inside this process, on the nodes' database, with neither jobs nor schedule: what it begins, the nodes must do. */
final class Office implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    Office(Server server) {
        context = new SpringApplicationBuilder(LanToa.class)
                .initializers(fresh -> fresh.addBeanFactoryPostProcessor(factory -> ((BeanDefinitionRegistry) factory)
                        .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)))
                .run(Stream.concat(
                                Stream.of(server.settings()),
                                Stream.of(
                                        "--server.port=0",
                                        "--camunda.bpm.job-execution.enabled=false",
                                        "--lantoa.audit.head-file=target/faults-audit-head"))
                        .toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
