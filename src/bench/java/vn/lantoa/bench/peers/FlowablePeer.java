package vn.lantoa.bench.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Stock Flowable with its TaskService. */
final class FlowablePeer implements Peer {

    private final ProcessEngine engine;

    FlowablePeer(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        var beans = new HashMap<Object, Object>();
        JavaDelegate nothing = execution -> {};
        JavaDelegate rule = execution -> execution.setVariable("checkRequired", false);
        Diagram.DELEGATES.forEach(name -> beans.put(name, nothing));
        beans.put(Diagram.RULE, rule);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("unit-report.bpmn20.xml", Diagram.forFlowable())
                .deploy();
    }

    @Override
    public void start(int number, String desk) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(Diagram.PROCESS, "report:" + number, Map.of("unitLevel", 4, "desk", desk));
    }

    @Override
    public List<String> page(String desk) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(desk)
                .orderByTaskDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, 25)
                .stream()
                .map(task -> task.getId())
                .toList();
    }

    @Override
    public void complete(String task) {
        engine.getTaskService().complete(task, Map.of("outcome", "nil"));
    }

    @Override
    public void close() {
        engine.close();
    }
}
