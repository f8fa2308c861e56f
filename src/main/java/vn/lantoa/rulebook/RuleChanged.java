package vn.lantoa.rulebook;

import java.util.Map;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;

/** Somebody changed a dated rule; the audit trail listens, in the same transaction. */
public record RuleChanged(Actor by, String table, String key, UnitId unit, String act, Map<String, String> facts) {}
