package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts processes into service: each with its forms and rule tables in one deployment, a new version only when one changed. */
@Component
public class Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    /** The source of a deployment that was released in the browser; {@link #SHIPPED} of one that came with the software. */
    static final String FROM_PAGE = "lantoa-page";

    private static final String SHIPPED = "lantoa";

    /** From the tables, not from the engine: it would refuse to load what is to be reported. */
    private static final String RUNNING =
            "select d.key_, d.version_, d.resource_name_, b.bytes_, c.cases from act_re_procdef d"
                    + " join (select proc_def_id_, count(*) as cases from act_ru_execution where parent_id_ is null group by proc_def_id_) c"
                    + " on c.proc_def_id_ = d.id_ join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_"
                    + " order by d.key_, d.version_";

    private final RepositoryService repository;
    private final ProcessFiles processes;
    private final ModelRules rules;
    private final JdbcClient jdbc;
    private final Completeness completeness;
    private final List<Aside> aside = new CopyOnWriteArrayList<>();

    /** What came with the software and was not put into service, because a page released another version of the process. */
    public record Aside(String process, List<ModelFile> files) {}

    Deployments(
            RepositoryService repository,
            ProcessFiles processes,
            ModelRules rules,
            JdbcClient jdbc,
            Catalogue catalogue,
            ObjectMapper json) {
        this.repository = repository;
        this.processes = processes;
        this.rules = rules;
        this.jdbc = jdbc;
        this.completeness = new Completeness(catalogue, json);
    }

    /**
     * Puts everything in the folders {@code bpmn} and {@code forms} into service.
     *
     * @throws ModelRefused when something is missing, or not allowed to run
     */
    void deployAll() {
        var files = new ArrayList<ModelFile>();
        Stream.of("bpmn/*/*.bpmn", "bpmn/*/*.dmn", "forms/*/*.form")
                .map(ModelFile::found)
                .forEach(files::addAll);
        files.stream()
                .map(ModelFile::feature)
                .distinct()
                .forEach(feature -> deploy(files.stream()
                        .filter(file -> file.feature().equals(feature))
                        .toList()));
    }

    /** Puts the processes of one feature into service, one caller at a time: H2 knows no deployment lock. */
    synchronized void deploy(List<ModelFile> feature) {
        var unused = new ArrayList<>(feature);
        for (var process : feature) {
            if (process.ending().equals("bpmn")) {
                var files = completeness.gather(process, feature);
                deploy(process, files);
                unused.removeAll(files);
            }
        }
        unused.forEach(file -> LOG.warn("{} belongs to no process and was not deployed", file.name()));
    }

    /**
     * Puts a process changed in the browser into service, in the caller's transaction: a new version, even when an older one had the same
     * files. Running cases stay on theirs.
     *
     * @param files the whole set of the process's files
     * @return the engine's id of the new version
     * @throws ModelRefused when something is missing, or not allowed to run
     */
    public synchronized String release(String process, List<ModelFile> files) {
        var diagram = files.stream()
                .filter(file -> file.ending().equals("bpmn") && file.id().equals(process))
                .findFirst()
                .orElseThrow(() -> new ModelRefused(List.of(
                        Finding.error(process, "file", "diagram-missing", "there is no " + process + ".bpmn"))));
        var deployment = repository
                .createDeployment()
                .name(diagram.feature() + "/" + process)
                .source(FROM_PAGE);
        completeness
                .gather(diagram, files, processes::diagram)
                .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        try {
            return deployment
                    .deployWithResult()
                    .getDeployedProcessDefinitions()
                    .get(0)
                    .getId();
        } catch (ParseException e) {
            // The engine's own reader finds what no rule of ours asks, such as a flow that leads nowhere.
            throw new ModelRefused(e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(error -> Finding.error(
                                    report.getResourceName(),
                                    String.valueOf(error.getMainElementId()),
                                    "engine",
                                    error.getMessage())))
                    .toList());
        }
    }

    /** What this start laid aside: a page's release stays in service (ADR 53). */
    public List<Aside> aside() {
        return List.copyOf(aside);
    }

    /** On PostgreSQL the engine's deployment lock makes several nodes take turns: the second finds the first one's version and leaves it. */
    private void deploy(ModelFile process, List<ModelFile> files) {
        var known = versions(process.id());
        if (!known.isEmpty() && source(known.get(0)).equals(FROM_PAGE)) {
            // What was shipped before is known already: only what the software brings anew is worth somebody's look.
            if (!same(known.stream().findFirst(), files) && !same(lastShipped(known), files)) {
                aside.add(new Aside(process.id(), files));
                LOG.warn(
                        "{} is in service as released in the browser; what the software brings is laid beside it",
                        process.id());
            }
            return;
        }
        var deployment = repository
                .createDeployment()
                .name(process.feature() + "/" + process.id())
                .source(SHIPPED)
                .enableDuplicateFiltering(false);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        var made = deployment.deployWithResult();
        if (made.getDeployedProcessDefinitions() != null) {
            made.getDeployedProcessDefinitions()
                    .forEach(
                            version -> LOG.info("{} version {} is in service", version.getKey(), version.getVersion()));
        }
    }

    /** The deployments of a process, the newest first. */
    private List<Deployment> versions(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(version -> repository
                        .createDeploymentQuery()
                        .deploymentId(version.getDeploymentId())
                        .singleResult())
                .toList();
    }

    private static String source(Deployment deployment) {
        return String.valueOf(deployment.getSource());
    }

    private static Optional<Deployment> lastShipped(List<Deployment> known) {
        return known.stream().filter(one -> source(one).equals(SHIPPED)).findFirst();
    }

    private boolean same(Optional<Deployment> deployment, List<ModelFile> files) {
        return deployment.isPresent()
                && Set.copyOf(repository.getDeploymentResourceNames(
                                deployment.get().getId()))
                        .equals(files.stream().map(ModelFile::name).collect(Collectors.toSet()))
                && files.stream()
                        .allMatch(file -> Arrays.equals(
                                file.content(), read(deployment.get().getId(), file.name())));
    }

    private byte[] read(String deployment, String name) {
        try (var stream = repository.getResourceAsStream(deployment, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Warns of running cases whose version the rules of today no longer let pass: they stand still until they are migrated. */
    void reportRunning() {
        jdbc.sql(RUNNING)
                .query((row, n) -> Map.entry(
                        row.getString("key_") + " version " + row.getInt("version_") + " (" + row.getInt("cases")
                                + " running cases)",
                        rules.check(row.getString("resource_name_"), row.getBytes("bytes_"))))
                .list()
                .forEach(version -> version.getValue()
                        .forEach(finding -> LOG.warn("{} no longer passes the rules: {}", version.getKey(), finding)));
    }
}
