package vn.lantoa.faults;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;

/** F16: cases of twenty branches each, every branch a job that any node may take, joined again. */
final class JoinedBranches implements Fault {

    private static final String PROCESS = "joined-branches";
    private static final int BRANCHES = 20;

    @Override
    public String code() {
        return "F16";
    }

    @Override
    public String done() {
        return "cases of 20 parallel branches, each a job of its own that either node may take at the same time, joined again";
    }

    @Override
    public int runs(boolean full) {
        return full ? 1000 : 50;
    }

    @Override
    public Outcome run(int runs, Ground ground) throws Exception {
        var office = ground.office();
        var database = ground.nodes().server.client();
        office.bean(RepositoryService.class)
                .createDeployment()
                .name(PROCESS)
                .addString(PROCESS + ".bpmn", Diagrams.of(PROCESS, elements()))
                .deploy();
        var runtime = office.bean(RuntimeService.class);
        for (var one = 0; one < runs; one++) {
            runtime.startProcessInstanceByKey(PROCESS, "fault:" + one);
        }
        var begun = Instant.now();
        while (Diagrams.ended(database, PROCESS) < runs && Instant.now().isBefore(begun.plusSeconds(120 + runs))) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        var check = new Check();
        check.cases(runs, Diagrams.ended(database, PROCESS), Diagrams.endedTwice(database, PROCESS));
        check.engine(database);
        return check.outcome(runs, "%,d jobs; none out of retries".formatted(runs * BRANCHES));
    }

    /** A gateway does nothing by itself, so it stands for the work of a branch. */
    private static String elements() {
        return """
                <bpmn:startEvent id="Started" />
                <bpmn:sequenceFlow id="Begin" sourceRef="Started" targetRef="Split" />
                <bpmn:parallelGateway id="Split" />
                %s
                <bpmn:parallelGateway id="Join" />
                <bpmn:sequenceFlow id="End" sourceRef="Join" targetRef="Ended" />
                <bpmn:endEvent id="Ended" />
                """
                .formatted(IntStream.range(0, BRANCHES)
                        .mapToObj(
                                """
                                <bpmn:sequenceFlow id="To%1$d" sourceRef="Split" targetRef="Work%1$d" />
                                <bpmn:exclusiveGateway id="Work%1$d" camunda:asyncBefore="true" camunda:exclusive="false" />
                                <bpmn:sequenceFlow id="From%1$d" sourceRef="Work%1$d" targetRef="Join" />
                                """
                                        ::formatted)
                        .collect(Collectors.joining()));
    }
}
