package vn.lantoa.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts processes into service: each with its forms and rule tables in one deployment, a new version only when one changed. */
@Component
public class Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    /** From the tables, not from the engine: it would refuse to load what is to be reported. */
    private static final String RUNNING =
            "select d.key_, d.version_, d.resource_name_, b.bytes_, c.cases from act_re_procdef d"
                    + " join (select proc_def_id_, count(*) as cases from act_ru_execution where parent_id_ is null group by proc_def_id_) c"
                    + " on c.proc_def_id_ = d.id_ join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_"
                    + " order by d.key_, d.version_";

    private final RepositoryService repository;
    private final ModelRules rules;
    private final JdbcClient jdbc;
    private final Completeness completeness;

    Deployments(
            RepositoryService repository, ModelRules rules, JdbcClient jdbc, Catalogue catalogue, ObjectMapper json) {
        this.repository = repository;
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

    /** On PostgreSQL the engine's deployment lock makes several nodes take turns: the second finds the first one's version and leaves it. */
    private void deploy(ModelFile process, List<ModelFile> files) {
        var deployment = repository
                .createDeployment()
                .name(process.feature() + "/" + process.id())
                .source("lantoa")
                .enableDuplicateFiltering(false);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        var made = deployment.deployWithResult();
        if (made.getDeployedProcessDefinitions() != null) {
            made.getDeployedProcessDefinitions()
                    .forEach(
                            version -> LOG.info("{} version {} is in service", version.getKey(), version.getVersion()));
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
