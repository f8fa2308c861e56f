package vn.lantoa.engine;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;

/** Starts processes and tells them what happened outside. */
@Component
public class Processes {

    /** Starts the newest version; the dossier is its business key. */
    public void start(String process, DossierKey dossier, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** Starts by a message start event. */
    public void startByMessage(String message, DossierKey dossier, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /**
     * Delivers a message to the dossier's running process.
     *
     * @return false when nothing waits for it: the caller answers 409
     */
    public boolean tell(String message, DossierKey dossier, Map<String, Object> variables) {
        throw new UnsupportedOperationException();
    }

    /** Whether a process runs for this dossier. */
    public boolean running(DossierKey dossier) {
        throw new UnsupportedOperationException();
    }

    /**
     * The diagram with "you are here".
     *
     * @param xml BPMN with its drawing
     * @param here ids of the elements where tokens stand
     * @param passed ids of the elements already left
     */
    public record Picture(String xml, List<String> here, List<String> passed) {}

    /** The diagram of the dossier's newest process, running or ended. */
    public java.util.Optional<Picture> picture(DossierKey dossier) {
        throw new UnsupportedOperationException();
    }
}
