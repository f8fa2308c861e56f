package vn.lantoa.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.Dossier;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.Processes;
import vn.lantoa.engine.TaskClosed;
import vn.lantoa.form.Acceptance.FieldError;
import vn.lantoa.form.Questionnaire;
import vn.lantoa.form.Steps;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** A feature of the tests' own, in every context so that none is started for it: a paper is written, checked by another person, and taken by the superior. */
@Configuration(proxyBeanMethods = false)
class Errands {

    static final String TYPE = "errand";

    @Bean
    Papers papers(Units units, Processes processes, RepositoryService repository, TransactionTemplate transactions) {
        return new Papers(units, processes, repository, transactions);
    }

    @Bean
    Writing writing() {
        return new Writing();
    }

    @Bean
    Meddler meddler(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Meddler(jdbc, transactions);
    }

    /** Changes the engine's task from another transaction just before the one that closes it commits: the engine's optimistic lock fails. */
    static class Meddler {

        private final JdbcClient jdbc;
        private final TransactionTemplate apart;
        volatile boolean armed;

        Meddler(JdbcClient jdbc, PlatformTransactionManager transactions) {
            this.jdbc = jdbc;
            this.apart = new TransactionTemplate(transactions);
            this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        }

        @EventListener
        void on(TaskClosed closed) {
            if (armed) {
                armed = false;
                apart.executeWithoutResult(status -> jdbc.sql("update act_ru_task set rev_ = rev_ + 1 where id_ = ?")
                        .param(closed.taskId())
                        .update());
            }
        }
    }

    /** The dossiers, kept in memory. */
    static class Papers implements Dossier.Type {

        record Paper(String title, UnitId unit, LocalDate due) {}

        private static final AtomicInteger NUMBER = new AtomicInteger();

        final Map<String, Paper> known = new ConcurrentHashMap<>();
        final Map<String, Boolean> waived = new ConcurrentHashMap<>();
        private final Units units;
        private final Processes processes;
        private final TransactionTemplate transactions;

        Papers(Units units, Processes processes, RepositoryService repository, TransactionTemplate transactions) {
            this.units = units;
            this.processes = processes;
            this.transactions = transactions;
            deploy(repository);
        }

        DossierKey open(String title, UnitId unit, LocalDate due) {
            var key = new DossierKey(TYPE, String.valueOf(NUMBER.incrementAndGet()));
            known.put(key.id(), new Paper(title, unit, due));
            transactions.executeWithoutResult(status -> processes.start(TYPE, key, Map.of()));
            return key;
        }

        private static void deploy(RepositoryService repository) {
            try {
                repository
                        .createDeployment()
                        .enableDuplicateFiltering(false)
                        .addInputStream(
                                "bpmn/errand/errand.bpmn",
                                new ClassPathResource("tasklist/errand.bpmn").getInputStream())
                        .addInputStream(
                                "forms/errand/errand-write.form",
                                new ClassPathResource("tasklist/errand-write.form").getInputStream())
                        .deploy();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Optional<Dossier> find(String id) {
            return Optional.ofNullable(known.get(id))
                    .map(paper -> new Dossier(new DossierKey(TYPE, id), paper.title(), paper.unit(), "open"));
        }

        @Override
        public void lock(Dossier dossier) {}

        @Override
        public boolean visibleTo(Dossier dossier, Actor actor) {
            return actor.units().stream().anyMatch(unit -> units.isWithin(unit, dossier.unit()));
        }

        @Override
        public UnitId unitFor(Dossier dossier, String role) {
            return role.equals("superior") ? units.superiorOf(dossier.unit()).orElse(dossier.unit()) : dossier.unit();
        }

        @Override
        public Optional<LocalDate> due(Dossier dossier, String step) {
            return Optional.ofNullable(known.get(dossier.key().id()).due());
        }

        @Override
        public boolean fourEyesWaived(Dossier dossier, String step) {
            return waived.getOrDefault(dossier.key().id(), false);
        }

        @Override
        public List<Dossier.Fact> facts(Dossier dossier, Locale locale) {
            return List.of(new Dossier.Fact("field.reason", "vì cần"));
        }

        @Override
        public List<Dossier.Act> acts(Dossier dossier, Actor actor) {
            return List.of();
        }
    }

    /** The steps: what was written is kept in memory; the text "sai" is refused by the feature's own rule. */
    static class Writing implements Steps {

        final Map<String, Map<String, Object>> written = new ConcurrentHashMap<>();

        @Override
        public String process() {
            return TYPE;
        }

        @Override
        public Questionnaire open(Step step, JsonNode schema, Actor actor) {
            return new Questionnaire(schema, Map.of("count", 1));
        }

        @Override
        public Verdict complete(Step step, String outcome, Map<String, Object> answers, Actor actor) {
            if ("sai".equals(answers.get("text"))) {
                return new Verdict.Refused(List.of(new FieldError("text", "Nội dung này không được.")));
            }
            written.put(step.dossier() + "/" + step.step(), new HashMap<>(answers));
            return new Verdict.Taken(Map.of(), null);
        }
    }
}
