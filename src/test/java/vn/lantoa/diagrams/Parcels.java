package vn.lantoa.diagrams;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.ModelFile;
import vn.lantoa.engine.Processes;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;

/** Processes of the tests' own, each under an id of its own, so that tests sharing a database do not meet: a parcel is packed, weighed and sent. */
@Configuration(proxyBeanMethods = false)
public class Parcels {

    static final String TYPE = "parcel";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String DIAGRAM =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_parcel" targetNamespace="http://lantoa.vn/bpmn">
              <bpmn:message id="Message_lost" name="Message_%1$s-lost" />
              <bpmn:process id="%1$s" name="Gửi bưu kiện" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="Started" />
                <bpmn:sequenceFlow id="Started_Pack" sourceRef="Started" targetRef="Pack" />
                <bpmn:userTask id="Pack" name="Đóng gói" camunda:candidateGroups="canbo" camunda:formRef="parcel-note" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="outcome:submit" value="Trình" /></camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="Lost" attachedToRef="Pack">
                  <bpmn:messageEventDefinition id="Lost_Message" messageRef="Message_lost" />
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="Lost_Ended" sourceRef="Lost" targetRef="Ended" />
                <bpmn:sequenceFlow id="Pack_Weigh" sourceRef="Pack" targetRef="Weigh" />
                <bpmn:userTask id="Weigh" name="Cân" camunda:candidateGroups="canbo" camunda:formRef="parcel-note" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="outcome:submit" value="Đủ cân" /></camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="Weigh_Ended" sourceRef="Weigh" targetRef="Ended" />
                <bpmn:endEvent id="Ended" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    static final ModelFile NOTE = new ModelFile(
            "forms/parcel/parcel-note.form",
            "{\"type\":\"default\",\"id\":\"parcel-note\",\"schemaVersion\":18,\"components\":[{\"type\":\"textfield\",\"id\":\"Note\",\"key\":\"note\",\"label\":\"Ghi chú\"}]}"
                    .getBytes(StandardCharsets.UTF_8));

    @Bean
    Post parcelOffice(RepositoryService repository, Processes processes, TransactionTemplate transactions) {
        return new Post(repository, processes, transactions);
    }

    public static ModelFile diagram(String process) {
        return new ModelFile(name(process), String.format(DIAGRAM, process).getBytes(StandardCharsets.UTF_8));
    }

    public static String name(String process) {
        return "bpmn/parcel/" + process + ".bpmn";
    }

    /** The same diagram with other words in it. */
    public static ModelFile changed(ModelFile file, String from, String to) {
        var text = new String(file.content(), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("no " + from);
        }
        return new ModelFile(file.name(), text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    /** The step {@code Weigh} is called {@code Scale}: whoever stands there cannot be moved. */
    public static ModelFile withoutWeighing(ModelFile file) {
        return changed(changed(file, "\"Weigh\"", "\"Scale\""), "Weigh_Ended", "Scale_Ended");
    }

    /** Deploys, starts, and fails when told to. */
    public static class Post implements Dossier.Type {

        private final Map<String, UnitId> known = new ConcurrentHashMap<>();
        private final RepositoryService repository;
        private final Processes processes;
        private final TransactionTemplate transactions;
        public volatile String failing = "";

        Post(RepositoryService repository, Processes processes, TransactionTemplate transactions) {
            this.repository = repository;
            this.processes = processes;
            this.transactions = transactions;
        }

        /** A process in service as if it had been shipped. */
        public String ship() {
            return ship(drawn -> drawn);
        }

        /** The same drawn a little differently. */
        public String ship(UnaryOperator<ModelFile> drawn) {
            var process = "parcel-" + NUMBER.incrementAndGet();
            repository
                    .createDeployment()
                    .name("parcel/" + process)
                    .addString(
                            name(process),
                            new String(drawn.apply(diagram(process)).content(), StandardCharsets.UTF_8))
                    .addString(NOTE.name(), new String(NOTE.content(), StandardCharsets.UTF_8))
                    .deploy();
            return process;
        }

        public List<DossierKey> start(String process, int cases, UnitId unit) {
            var starts = new ArrayList<Processes.Start>();
            for (var i = 0; i < cases; i++) {
                var key = new DossierKey(TYPE, process + "-" + i);
                known.put(key.id(), unit);
                starts.add(new Processes.Start(key, Map.of()));
            }
            transactions.executeWithoutResult(status -> processes.startAll(process, starts));
            return starts.stream().map(Processes.Start::dossier).toList();
        }

        /** In the middle of a case's transaction. */
        @EventListener
        void on(TaskOpened opened) {
            if (opened.dossier().toString().equals(failing)) {
                throw new IllegalStateException("cut off in the middle");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Optional<Dossier> find(String id) {
            return Optional.ofNullable(known.get(id))
                    .map(unit -> new Dossier(new DossierKey(TYPE, id), "Bưu kiện " + id, unit, "open"));
        }

        @Override
        public void lock(Dossier dossier) {}

        @Override
        public boolean visibleTo(Dossier dossier, Actor actor) {
            return true;
        }

        @Override
        public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
            return List.of();
        }
    }
}
