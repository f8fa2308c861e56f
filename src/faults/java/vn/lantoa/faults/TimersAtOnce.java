package vn.lantoa.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;

/** F1: timers that fall due at one instant, done by two nodes while somebody looks at a page. */
final class TimersAtOnce implements Fault {

    private static final String PROCESS = "timers-at-once";
    private static final int HANDS = 4;

    /** So many instances a second are begun at least, here. */
    private static final int BEGUN_A_SECOND = 60;

    @Override
    public String code() {
        return "F1";
    }

    @Override
    public String done() {
        return "timers that fall due at one instant, done by two nodes, while an officer asks for the list of tasks five times a second";
    }

    @Override
    public int runs(boolean full) {
        return full ? 10_000 : 500;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var office = ground.office();
        var nodes = ground.nodes();
        office.bean(RepositoryService.class)
                .createDeployment()
                .name(PROCESS)
                .addString(
                        PROCESS + ".bpmn",
                        Diagrams.of(
                                PROCESS,
                                """
                                <bpmn:startEvent id="Started" />
                                <bpmn:sequenceFlow id="A" sourceRef="Started" targetRef="Waiting" />
                                <bpmn:intermediateCatchEvent id="Waiting">
                                  <bpmn:timerEventDefinition id="Due"><bpmn:timeDate>${due}</bpmn:timeDate></bpmn:timerEventDefinition>
                                </bpmn:intermediateCatchEvent>
                                <bpmn:sequenceFlow id="B" sourceRef="Waiting" targetRef="Ended" />
                                <bpmn:endEvent id="Ended" />
                                """))
                .deploy();
        var due = Instant.now().plusSeconds(20 + runs / BEGUN_A_SECOND).truncatedTo(ChronoUnit.SECONDS);
        begin(office.bean(RuntimeService.class), runs, due);
        var inTime = Instant.now().isBefore(due);
        TimeUnit.MILLISECONDS.sleep(
                Math.max(0, Duration.between(Instant.now(), due).toMillis()));
        var looks = new Looks(nodes.one.address());
        var database = nodes.server.client();
        var begun = Instant.now();
        while (Diagrams.ended(database, PROCESS) < runs && Instant.now().isBefore(begun.plusSeconds(120 + runs / 10))) {
            looks.look();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        var took = Duration.between(begun, Instant.now());
        var check = new Check();
        check.cases(runs, Diagrams.ended(database, PROCESS), Diagrams.endedTwice(database, PROCESS));
        check.engine(database);
        if (!inTime) {
            check.broke("the timers were not all set before they fell due");
        }
        return check.outcome(
                runs,
                "%.0f a second (goal 120); the list meanwhile: p95 %d ms of %d (goal 500)"
                        .formatted(runs * 1000.0 / took.toMillis(), looks.percentile(95), looks.count()));
    }

    private static void begin(RuntimeService runtime, int runs, Instant due) throws InterruptedException {
        var hands = Executors.newFixedThreadPool(HANDS);
        IntStream.range(0, runs)
                .forEach(one -> hands.execute(() ->
                        runtime.startProcessInstanceByKey(PROCESS, "fault:" + one, Map.of("due", due.toString()))));
        hands.shutdown();
        if (!hands.awaitTermination(30, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the instances were not begun");
        }
    }
}
