package vn.lantoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.LanToa;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.TreeGenerator;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** The application as it is, its clock in our hand and nothing done by schedule: each figure starts the work it is about itself. */
public final class House implements AutoCloseable {

    static final String PASSWORD = "mat-khau-cua-phep-do-2027";

    private final Databases databases;
    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    House(Databases databases) throws IOException {
        this.databases = databases;
        context = new SpringApplicationBuilder(LanToa.class)
                .profiles("postgres")
                .initializers(fresh -> {
                    ((GenericApplicationContext) fresh).registerBean("dataSource", DataSource.class, () -> databases);
                    fresh.addBeanFactoryPostProcessor(nothingBySchedule());
                })
                .run(
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--lantoa.organization.seed=none",
                        "--lantoa.password.memory-kib=64",
                        "--lantoa.password.passes=1",
                        "--lantoa.audit.key=the-key-of-the-bench-the-key-of-the-bench",
                        "--lantoa.audit.head-file="
                                + Files.createTempDirectory("bench").resolve("audit-head"));
        jdbc = bean(JdbcClient.class);
        transaction = bean(TransactionTemplate.class);
    }

    private static BeanFactoryPostProcessor nothingBySchedule() {
        return factory -> ((BeanDefinitionRegistry) factory)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public Databases databases() {
        return databases;
    }

    int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Nine in the morning of this day. */
    public void itIs(LocalDate day) {
        var then = day.atTime(9, 0).atZone(VietnamTime.ZONE).toInstant();
        bean(HouseClock.class).setOffset(Duration.between(Instant.now(), then));
    }

    TreeGenerator.Grown grow(long seed, int size, String prefix) {
        var hash = bean(PasswordEncoder.class).encode(PASSWORD);
        return bean(TreeGenerator.class).generate(seed, size, prefix, hash);
    }

    public Actor actor(String username) {
        return bean(People.class).actor(username).orElseThrow();
    }

    /** The officer of a unit. */
    public Actor officerOf(UnitId unit) {
        return actor(
                "canbo." + bean(Units.class).find(unit).orElseThrow().code().toLowerCase(Locale.ROOT));
    }

    /** The superior's officer, who may ask for a report by hand. */
    public Actor askerOf(UnitId unit) {
        return officerOf(bean(Units.class).superiorOf(unit).orElseThrow());
    }

    /** Runs some work in a transaction that leaves nothing. */
    public void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /** The plan of a statement. */
    public String plan(String statement) {
        return String.join(
                "\n",
                jdbc.sql("explain (costs off) " + statement.replace("?", "??"))
                        .query(String.class)
                        .list());
    }

    public List<String> lines(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).list();
    }

    @Override
    public void close() {
        context.close();
    }
}
