package vn.lantoa.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.DefaultArtifactFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine in memory with the layers of one's choice, an exposed bean "bait" and a delegate "probe" in its catalogue. */
class SmallEngine implements AutoCloseable {

    static final Map<String, Function<List<Object>, Object>> CALLS = Map.of("deadlines.next", arguments -> "PT1H");

    /** Trips when somebody gets hold of it under whatever name. */
    static class Bait implements JavaDelegate, java.io.Serializable {
        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            Tripwire.trip();
        }
    }

    /** One database for all: creating the tables takes longer than all attacks, and every test rolls back. */
    private static final JdbcDataSource DATABASE = new JdbcDataSource();

    static {
        DATABASE.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static final Map<Layers, SmallEngine> SHARED = new ConcurrentHashMap<>();

    final ProcessEngine engine;
    final ProcessEngineConfigurationImpl configuration;
    final DataSourceTransactionManager transactions;
    final Set<String> called = new HashSet<>();

    /** The engine with these layers: tests share it, as building one takes longer than all attacks on it. */
    static SmallEngine with(Layers layers) {
        var engine = SHARED.computeIfAbsent(layers, chosen -> new SmallEngine(chosen, configuration -> {}));
        engine.called.clear();
        return engine;
    }

    SmallEngine(Layers layers, Consumer<ProcessEngineConfigurationImpl> last) {
        transactions = new DataSourceTransactionManager(DATABASE);
        var spring = new SpringProcessEngineConfiguration();
        spring.setDataSource(DATABASE);
        spring.setTransactionManager(transactions);
        spring.setProcessEngineName("small-" + UUID.randomUUID());
        spring.setDatabaseSchemaUpdate("true");
        // Reading the mappings of the tables is nearly all of an engine's start, and they are the same for each of
        // these.
        spring.setUseSharedSqlSessionFactory(true);
        spring.setHistory("audit");
        spring.setJobExecutorActivate(false);
        spring.setTransactionsExternallyManaged(true);
        spring.setBeans(new HashMap<>(Map.of("bait", new Bait())));
        spring.setEnableCmdExceptionLogging(false);
        configuration = spring;
        var catalogue = new Catalogue(Set.of("probe"));
        catalogue.register("probe", execution -> called.add(execution.getCurrentActivityId()));
        var calls = new ExpressionCalls(CALLS);
        var rules = new ModelRules(RuleList.load(), calls.names(), catalogue.names());
        spring.setArtifactFactory(new DefaultArtifactFactory());
        new SafeEngine(rules, catalogue, calls).secure(spring, layers);
        last.accept(spring);
        engine = spring.buildProcessEngine();
    }

    /** Does something that leaves no trace. */
    void rolledBack(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    Attacker attacker() {
        return new Attacker(engine, transactions);
    }

    EngineSelfTest selfTest() {
        return new EngineSelfTest(configuration, transactions);
    }

    @Override
    public void close() {
        if (!SHARED.containsValue(this)) {
            engine.close();
        }
    }
}
