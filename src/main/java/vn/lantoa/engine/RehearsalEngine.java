package vn.lantoa.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An engine of its own with all four layers and a database in memory. It knows no bean, no listener of ours and no table of ours: nothing
 * that is rehearsed in it can touch a real case or tell anybody. It keeps no history; what it runs is rolled back.
 */
class RehearsalEngine implements AutoCloseable {

    final ProcessEngine engine;
    private final JdbcDataSource database = new JdbcDataSource();
    private final TransactionTemplate transaction;

    RehearsalEngine(Map<String, JavaDelegate> twins, ExpressionCalls calls, TwinTables tables) {
        database.setUrl("jdbc:h2:mem:rehearsal-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setProcessEngineName("rehearsal-" + UUID.randomUUID());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setTransactionsExternallyManaged(true);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setHistory("full");
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.setCustomHistoryEventHandlers(new ArrayList<>(List.of(new RehearsalRecorder())));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new DrawnSteps(), new Handing())));
        configuration.setArtifactFactory(new DefaultArtifactFactory());
        var catalogue = new Catalogue(twins.keySet());
        twins.forEach((name, twin) -> catalogue.register(name, execution -> {
            twin.execute(execution);
            tables.ask(execution);
        }));
        new SafeEngine(new ModelRules(RuleList.load(), calls.names(), catalogue.names()), catalogue, calls)
                .secure(configuration, Layers.ALL);
        engine = configuration.buildProcessEngine();
    }

    /** Runs a case and forgets it. */
    void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    @Override
    public void close() {
        engine.close();
        try (var connection = database.getConnection();
                var shutdown = connection.createStatement()) {
            shutdown.execute("shutdown");
        } catch (java.sql.SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** What the tables of a service task answer in a rehearsal. */
    interface TwinTables {
        void ask(DelegateExecution execution);
    }

    /** A called process is told what the one it stands for was told. */
    private static class Handing extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element process, ProcessDefinitionEntity definition) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                var tape = RehearsalRecorder.running();
                if (tape != null && ((ExecutionEntity) execution).getSuperExecution() != null) {
                    execution.setVariables(tape.past.calledVariables(definition.getKey()));
                }
            });
        }
    }
}
