package vn.lantoa.bench.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Stock Camunda with its TaskService. */
final class CamundaPeer implements Peer {

    private final ProcessEngine engine;

    CamundaPeer(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        var beans = new HashMap<Object, Object>();
        JavaDelegate nothing = execution -> {};
        Diagram.DELEGATES.forEach(name -> beans.put(name, nothing));
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("unit-report.bpmn", Diagram.forCamunda())
                .addString("check-required.dmn", Diagram.table())
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
                .orderByDueDate()
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
