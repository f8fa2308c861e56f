package vn.lantoa.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.stereotype.Component;

/** The processes in service: every version, and the files each travels with. */
@Component
public class ProcessFiles {

    private final RepositoryService repository;

    ProcessFiles(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A version of a process.
     *
     * @param process id of the process, e.g. {@code unit-report}
     * @param feature folder of its files, e.g. {@code reporting}
     * @param name as its diagram says
     * @param definition the engine's id of this version
     * @param number counts from 1
     * @param fromPage whether it was released in the browser rather than shipped with the software
     * @param since when it came into service
     */
    public record Version(
            String process,
            String feature,
            String name,
            String definition,
            int number,
            String deployment,
            boolean fromPage,
            Instant since) {}

    /** The newest version of every process, in the order of their names. */
    public List<Version> newest() {
        return list(repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc());
    }

    /** The newest version of one process; empty when there is none of this id. */
    public Optional<Version> newest(String process) {
        return list(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion())
                .stream()
                .findFirst();
    }

    /** All versions of a process, newest first. */
    public List<Version> versions(String process) {
        return list(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc());
    }

    /** The version with this id of the engine. */
    public Optional<Version> version(String definition) {
        return list(repository.createProcessDefinitionQuery().processDefinitionId(definition)).stream()
                .findFirst();
    }

    /** The version with this number; empty when there is none. */
    public Optional<Version> version(String process, int number) {
        // The engine throws at a number below 1.
        return number < 1
                ? Optional.empty()
                : list(repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(process)
                                .processDefinitionVersion(number))
                        .stream()
                        .findFirst();
    }

    /** The files of a version, the diagram first. */
    public List<ModelFile> files(Version version) {
        return repository.getDeploymentResourceNames(version.deployment()).stream()
                .map(name -> new ModelFile(name, read(version.deployment(), name)))
                .sorted(ModelFile.DIAGRAM_FIRST)
                .toList();
    }

    /** The diagram in service of a process that another one calls. */
    Optional<ModelFile> diagram(String process) {
        return newest(process).map(version -> files(version).get(0));
    }

    private List<Version> list(ProcessDefinitionQuery query) {
        return query.list().stream().map(this::version).toList();
    }

    private Version version(ProcessDefinition definition) {
        var deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Version(
                definition.getKey(),
                new ModelFile(definition.getResourceName(), new byte[0]).feature(),
                Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getId(),
                definition.getVersion(),
                definition.getDeploymentId(),
                Deployments.FROM_PAGE.equals(deployment.getSource()),
                deployment.getDeploymentTime().toInstant());
    }

    private byte[] read(String deployment, String name) {
        try (var stream = repository.getResourceAsStream(deployment, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
