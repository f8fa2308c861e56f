package vn.lantoa.audit;

import java.time.Instant;
import java.util.Map;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.UnitId;

/**
 * One thing somebody did.
 *
 * @param actor the username, null for the house itself
 * @param unit whose branch may read it, null for the installation
 * @param facts ids and codes, kept for ever
 * @param payload names and texts; empty when there were none or when they were erased
 * @param seq its place in the chain, null while it is not sealed
 */
public record AuditEntry(
        long id,
        Instant at,
        PersonId actorId,
        String actor,
        String action,
        String object,
        UnitId unit,
        String correlation,
        Map<String, Object> facts,
        Map<String, Object> payload,
        boolean erased,
        Long seq) {}
