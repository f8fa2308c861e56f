package vn.lantoa.audit;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;

/** Who did what, when: written in the act's transaction, sealed into a keyed chain afterwards. */
@Component
public class AuditTrail {

    /**
     * Adds an entry.
     *
     * @param action what was done, dotted, e.g. {@code task.completed}; its words are message {@code audit.<action>}
     * @param actor null for the house itself
     * @param object what it was done to, e.g. {@code report:12}
     * @param unit whose branch may read it, null for the installation
     * @param facts stays for ever: ids and codes, never personal data
     * @param payload may be erased later without breaking the chain: names and texts; empty when none
     */
    public void record(
            String action, Actor actor, String object, UnitId unit, Map<String, ?> facts, Map<String, ?> payload) {
        throw new UnsupportedOperationException();
    }
}
