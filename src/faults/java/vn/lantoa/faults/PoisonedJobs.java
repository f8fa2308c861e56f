package vn.lantoa.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F15: jobs that always fail beside jobs that do not. */
final class PoisonedJobs implements Fault {

    private static final String POISON = "poisoned-jobs";
    private static final String GOOD = "good-jobs";
    private static final int GOOD_ONES = 400;
    private static final int ATTEMPTS = 5;
    private static final String ASKING = "<bpmn:conditionExpression>${notThere == 1}</bpmn:conditionExpression>";

    @Override
    public String code() {
        return "F15";
    }

    @Override
    public String done() {
        return "cases whose job always fails, while 400 others with a job each are done; before, as many without them";
    }

    @Override
    public int runs(boolean full) {
        return full ? 200 : 50;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var office = ground.office();
        var database = ground.nodes().server.client();
        // What is asked for is not there: the gateway fails each time it is come to.
        deploy(office, POISON, flow("B", ASKING) + flow("C", ASKING));
        deploy(office, GOOD, flow("B", ""));
        var runtime = office.bean(RuntimeService.class);
        // The first ones warm the nodes.
        done(GOOD_ONES, runtime, database, GOOD_ONES);
        var alone = done(GOOD_ONES, runtime, database, 2 * GOOD_ONES);
        for (var one = 0; one < runs; one++) {
            runtime.startProcessInstanceByKey(POISON, "fault:" + one);
        }
        var beside = done(GOOD_ONES, runtime, database, 3 * GOOD_ONES);
        var check = new Check();
        check.cases(3 * GOOD_ONES, Diagrams.ended(database, GOOD), Diagrams.endedTwice(database, GOOD));
        var waiting = waiting(database);
        if (waiting != runs) {
            check.broke("of " + runs + " failed jobs " + waiting + " wait about a minute with four attempts left");
        }
        // Nobody needs them any more.
        database.sql("select id_ from act_ru_execution where parent_id_ is null and proc_def_id_ like ?")
                .param(POISON + ":%")
                .query(String.class)
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one, "thử xong"));
        check.engine(database);
        return check.outcome(
                runs,
                "%d wait a minute and have four attempts left; others are done at %.2f of their rate without them (goal 0.90)"
                        .formatted(waiting, alone.toMillis() / (double) beside.toMillis()));
    }

    private static String flow(String id, String condition) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"Work\" targetRef=\"Ended\">%s</bpmn:sequenceFlow>"
                .formatted(id, condition);
    }

    private static void deploy(Office office, String key, String flows) {
        office.bean(RepositoryService.class)
                .createDeployment()
                .name(key)
                .addString(
                        key + ".bpmn",
                        Diagrams.of(
                                key,
                                """
                                <bpmn:startEvent id="Started" />
                                <bpmn:sequenceFlow id="A" sourceRef="Started" targetRef="Work" />
                                <bpmn:exclusiveGateway id="Work" camunda:asyncBefore="true" />
                                %s
                                <bpmn:endEvent id="Ended" />
                                """
                                        .formatted(flows)))
                .deploy();
    }

    /** Begins so many cases and waits until so many in all are done; how long that took. */
    private static Duration done(int begun, RuntimeService runtime, JdbcClient database, int all) throws Exception {
        var from = Instant.now();
        for (var one = 0; one < begun; one++) {
            runtime.startProcessInstanceByKey(GOOD, "fault:" + one);
        }
        while (Diagrams.ended(database, GOOD) < all && Instant.now().isBefore(from.plusSeconds(180))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Duration.between(from, Instant.now());
    }

    private static int waiting(JdbcClient database) throws InterruptedException {
        var found = 0;
        for (var look = 0; look < 60; look++) {
            found = database.sql("select count(*) from act_ru_job where process_def_key_ = ? and retries_ = ?"
                            + " and lock_owner_ is null and duedate_ is not null")
                    .params(POISON, ATTEMPTS - 1)
                    .query(Integer.class)
                    .single();
            if (found == all(database)) {
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return found;
    }

    private static int all(JdbcClient database) {
        return database.sql("select count(*) from act_ru_job where process_def_key_ = ?")
                .param(POISON)
                .query(Integer.class)
                .single();
    }
}
