package vn.lantoa.tasklist;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.KnownProcesses;

/** The processes whose tasks somebody may be given for another. */
@Component
class TaskProcesses implements KnownProcesses {

    private final Processes processes;

    TaskProcesses(Processes processes) {
        this.processes = processes;
    }

    @Override
    public Map<String, String> names() {
        return processes.names();
    }
}
