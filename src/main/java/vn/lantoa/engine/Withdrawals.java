package vn.lantoa.engine;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** A process is taken out of service and put back: no new case starts meanwhile, running ones go on. */
@Component
public class Withdrawals {

    private final RepositoryService repository;
    private final ProcessFiles processes;

    Withdrawals(RepositoryService repository, ProcessFiles processes) {
        this.repository = repository;
        this.processes = processes;
    }

    public boolean withdrawn(String process) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .suspended()
                        .count()
                > 0;
    }

    /** Takes every version out of service, in the caller's transaction; cases are left alone. */
    public void withdraw(String process) {
        repository.suspendProcessDefinitionByKey(process, false, null);
    }

    /** Puts it back. */
    public void reinstate(String process) {
        repository.activateProcessDefinitionByKey(process, false, null);
    }

    /** Names of the processes in service that call this one: they would fail without it. */
    public Set<String> callers(String process) {
        var callers = new TreeSet<String>();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(one -> !one.getKey().equals(process))
                .filter(one -> calls(one, process))
                .forEach(one -> callers.add(one.getName() == null ? one.getKey() : one.getName()));
        return callers;
    }

    private boolean calls(ProcessDefinition caller, String process) {
        var version = processes.version(caller.getId()).orElseThrow();
        return processes.files(version).stream()
                .filter(file -> file.ending().equals("bpmn"))
                .anyMatch(file -> ModelXml.read(file.content())
                        .all("callActivity")
                        .anyMatch(call -> call.attribute("calledElement")
                                .filter(process::equals)
                                .isPresent()));
    }
}
